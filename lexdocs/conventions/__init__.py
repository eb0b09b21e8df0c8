"""Pure finance: day counts, calendars, schedules and rounding. Nothing here knows a deal."""
