"""How a document's figures are read: passages, statements, grids, days, units."""
