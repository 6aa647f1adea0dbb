"""Lists of words that are wrong, out of date or out of place in official prose, as data files, and their reader."""
