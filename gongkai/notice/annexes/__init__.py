"""Annex tables, a module a family; registry.py lists them."""
