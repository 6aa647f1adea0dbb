"""Values that other values make: rates, shares, averages, changes, products, units."""
