"""What is still owed of an earlier notice, in official Chinese."""

import pytest

from gongkai.assessment.outstanding import sentence
from gongkai.terms import Period

Q3 = Period.parse("2021Q3")


@pytest.mark.parametrize(
    ("unreported", "unaccepted", "said"),
    [
        ((), (), ""),
        (("财政局",), (), "2021年三季度通报指出的问题，截至目前，财政局仍未报送整改报告。"),
        (
            ("财政局", "教体局"),
            (),
            "2021年三季度通报指出的问题，截至目前，财政局、教体局2家单位仍未报送整改报告。",
        ),
        ((), ("卫健局",), "2021年三季度通报指出的问题，截至目前，卫健局整改尚未通过审核。"),
    ],
)
def test_units_are_named_for_what_they_owe(unreported, unaccepted, said):
    assert sentence(Q3, unreported, unaccepted) == said
