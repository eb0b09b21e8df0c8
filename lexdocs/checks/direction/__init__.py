"""Direction: no maximum is printed below its value and no minimum above it, and printed parts add up to totals."""
