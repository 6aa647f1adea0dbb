"""How much is read of one document: far above any real one, far below what a machine cannot hold."""

MOST_PIECES = 1_000_000
MOST_CELLS = 1_000_000
MOST_PAGES = 3_000
MOST_ANNOTATIONS = 200_000
LARGEST_MARKUP = 20 * 1024 * 1024
DEEPEST_MARKUP = 2_000
MOST_EMBEDDED = 50
DEEPEST_EMBEDDED = 3
