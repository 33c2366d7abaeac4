"""When that was: expressions of time become days and stretches of days."""
