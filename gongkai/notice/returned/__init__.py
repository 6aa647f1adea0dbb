"""A notice edited in Word or WPS and brought back: everything in it that differs from what is stored."""

from gongkai.notice.returned.adopting import Adopted, adopt
from gongkai.notice.returned.comparing import compare
from gongkai.notice.returned.result import Difference, DifferenceKind, Returned, ReturnedError

__all__ = ["Adopted", "Difference", "DifferenceKind", "Returned", "ReturnedError", "adopt", "compare"]
