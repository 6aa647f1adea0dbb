"""Early warnings for a period that still runs: a module a kind of duty; warn.py asks them all."""
