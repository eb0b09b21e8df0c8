"""Listings as the files that they come in: CSV, workbooks, Parquet and fixed positions, each read to rows of texts."""
