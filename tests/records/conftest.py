"""What readers are asked about: imports of 渭滨, as the actions make them."""

from tests.actions.conftest import import_counts, import_orders  # noqa: F401  fixtures, shared
