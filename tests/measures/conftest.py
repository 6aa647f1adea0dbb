import pytest
from fact_tables import Engine


@pytest.fixture(scope="package")
def engine() -> Engine:
    """One embedded engine for all tests of measures; opening one takes longer than asking it."""
    return Engine()
