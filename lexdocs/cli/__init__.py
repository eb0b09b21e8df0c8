"""The command line: one file for each group of verbs, each a thin door to the Python API."""
