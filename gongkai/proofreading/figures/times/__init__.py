"""Days, lengths of time and periods."""
