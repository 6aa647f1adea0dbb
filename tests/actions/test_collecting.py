"""The search for garbage is put off, never lost."""

import gc

import pytest

from gongkai.actions import collecting


def test_it_goes_on_afterwards_even_after_an_error():
    def fail_inside() -> None:
        with collecting.put_off():
            assert not gc.isenabled()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_inside()
    assert gc.isenabled()


def test_inside_another_it_stays_put_off():
    with collecting.put_off():
        with collecting.put_off():
            pass
        assert not gc.isenabled()
