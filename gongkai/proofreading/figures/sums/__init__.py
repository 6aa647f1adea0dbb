"""Wholes and their parts, what is left over, what came and went."""
