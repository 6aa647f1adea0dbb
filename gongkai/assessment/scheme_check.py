"""What is wrong with a scheme before any figure is known, every fault in one pass with its key.

Reading a pack finds what is misspelt in the file; here is what cannot be applied as it stands.
"""

from collections.abc import Mapping

from gongkai.assessment import scheme_logic, scheme_measures
from gongkai.assessment.scheme_logic import Fault
from gongkai.measures.registry import MEASURES, Measure
from gongkai.office.faults import PackFault
from gongkai.office.pack import Office

FILE = "scheme.toml"


def faults(office: Office, measures: Mapping[str, Measure] = MEASURES) -> list[PackFault]:
    """Every fault of the office's scheme: against itself, the registers and the measures there are."""
    return [
        _placed(fault) for fault in (*scheme_logic.faults(office), *scheme_measures.faults(office, measures))
    ]


def contradictions(office: Office) -> list[PackFault]:
    """The faults of the scheme against itself and the register of groups, without the measures."""
    return [_placed(fault) for fault in scheme_logic.faults(office)]


def _placed(fault: Fault) -> PackFault:
    return PackFault(FILE, fault.key, fault.found, fault.expected, fault.of)
