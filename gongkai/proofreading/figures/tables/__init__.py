"""Tables held against themselves: columns, rows, ranks, serial numbers."""
