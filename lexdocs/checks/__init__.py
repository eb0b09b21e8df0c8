"""Read-only witnesses: they hold what was printed up against the calculator, and change nothing."""
