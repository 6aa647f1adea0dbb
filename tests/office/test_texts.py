"""Texts of a pack that must be readable as a term."""

import pytest
from pydantic import ValidationError

from gongkai.office.pack import ColumnDuty, IssuedNotice, Rules


@pytest.mark.parametrize("frequency", ["1条/月", "1条/2周", "2篇/季度", "1条/半年", "1条/年"])
def test_a_column_may_be_owed_by_week_month_quarter_or_year(frequency):
    assert ColumnDuty(units=("财政局",), frequency=frequency).frequency == frequency


@pytest.mark.parametrize("frequency", ["1条/5工作日", "1条/2月", "0条/月", "经常"])
def test_a_column_cannot_be_owed_by_what_no_calendar_window_measures(frequency):
    with pytest.raises(ValidationError, match="频次"):
        ColumnDuty(units=("财政局",), frequency=frequency)


@pytest.mark.parametrize("posting", ["1条/5工作日", "1篇/5自然日"])
def test_posts_are_owed_by_days_of_either_kind(posting):
    assert Rules(posting=posting).posting == posting


@pytest.mark.parametrize("day", ["2022-1-17", "20220117", "2022-02-29", "2022年1月17日", ""])
def test_a_date_is_written_in_one_way_and_exists(day):
    with pytest.raises(ValidationError, match="无法识别的日期"):
        IssuedNotice(period="2021Q4", issued_on=day, rectify_by="2022-01-20")
