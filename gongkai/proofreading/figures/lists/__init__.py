"""Things told one by one: how many, which twice, in which order, under which name."""
