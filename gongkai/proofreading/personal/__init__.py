"""Personal data in a text that is about to be published: one module a kind, all together in `find`."""
