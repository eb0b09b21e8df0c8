"""Reports: what a witness found, in the forms that people, CI and code review read."""
