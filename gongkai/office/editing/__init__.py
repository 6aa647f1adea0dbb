"""Changing an office one entry at a time: pure, from one frozen office to the next."""
