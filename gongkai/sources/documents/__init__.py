"""A document somebody wrote → its text with places, its layout, and a copy in which text is replaced."""
