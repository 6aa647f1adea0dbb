"""Periods, frequencies, rates and points: the ground of every figure."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.terms import Frequency, Period, PeriodKind, Rate, Rounding, TermError, chinese_date, points

Q4 = Period.parse("2021Q4")
YEARS = st.integers(1990, 2090)
CODES = st.one_of(
    st.builds("{}".format, YEARS),
    st.builds("{}Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}W{:02}".format, YEARS, st.integers(1, 52)),
)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
BATCHES = st.sampled_from(["", "第一批", "三季度第2批次", "专项 检查"])
RANGES = st.builds(
    lambda start, length, name: Period(start, start + timedelta(days=length), PeriodKind.RANGE, name),
    DAYS,
    st.integers(0, 400),
    BATCHES,
)


class TestPeriod:
    @given(CODES)
    def test_a_code_reads_back_to_itself(self, code: str) -> None:
        assert Period.parse(code).code == code

    @given(RANGES)
    def test_a_free_range_reads_back_with_its_batch_name(self, period: Period) -> None:
        assert Period.parse(period.code) == period

    @pytest.mark.parametrize(
        ("code", "start", "end", "label"),
        [
            ("2021Q4", date(2021, 10, 1), date(2021, 12, 31), "2021年四季度"),
            ("2022-Q2", date(2022, 4, 1), date(2022, 6, 30), "2022年二季度"),
            ("2022q2", date(2022, 4, 1), date(2022, 6, 30), "2022年二季度"),
            ("2022H1", date(2022, 1, 1), date(2022, 6, 30), "2022年上半年"),
            ("2022H2", date(2022, 7, 1), date(2022, 12, 31), "2022年下半年"),
            ("2021-10", date(2021, 10, 1), date(2021, 10, 31), "2021年10月"),
            ("2020M02", date(2020, 2, 1), date(2020, 2, 29), "2020年2月"),
            ("2021W40", date(2021, 10, 4), date(2021, 10, 10), "2021年第40周"),
            ("2020W53", date(2020, 12, 28), date(2021, 1, 3), "2020年第53周"),
            ("2021", date(2021, 1, 1), date(2021, 12, 31), "2021年"),
            ("第一批@2021-10-01..2021-10-20", date(2021, 10, 1), date(2021, 10, 20), "第一批"),
            (
                "2021-10-01..2021-10-20",
                date(2021, 10, 1),
                date(2021, 10, 20),
                "2021年10月1日至2021年10月20日",
            ),
        ],
    )
    def test_accepted_forms(self, code: str, start: date, end: date, label: str) -> None:
        period = Period.parse(code)
        assert (period.start, period.end, period.label) == (start, end, label)

    @pytest.mark.parametrize(
        ("code", "message"),
        [
            ("2021Q5", "无法识别的期间“2021Q5”，应为 2021Q4（季度）、"),
            ("四季度", "无法识别的期间“四季度”"),
            ("", "无法识别的期间“”"),
            ("2201Q4", "无法识别的期间“2201Q4”"),
            ("2021-13", "期间不存在：2021年没有13月"),
            ("2021W53", "期间不存在：2021年没有第53周"),
            ("2021-02-01..2021-02-30", "期间中的日期不存在：2021-02-01..2021-02-30"),
            ("2021-10-20..2021-10-01", "起始日期晚于结束日期"),
        ],
    )
    def test_a_bad_code_says_what_is_wrong(self, code: str, message: str) -> None:
        with pytest.raises(TermError, match=message):
            Period.parse(code)

    @pytest.mark.parametrize(
        ("code", "before"),
        [
            ("2022Q1", "2021Q4"),
            ("2022H1", "2021H2"),
            ("2022-01", "2021-12"),
            ("2022", "2021"),
            ("2021W01", "2020W53"),
            ("第二批@2021-10-11..2021-10-20", "2021-10-01..2021-10-10"),
        ],
    )
    def test_the_period_before(self, code: str, before: str) -> None:
        assert Period.parse(code).previous() == Period.parse(before)

    @given(CODES.map(Period.parse) | RANGES)
    def test_the_period_before_ends_the_day_before(self, period: Period) -> None:
        assert period.previous().end == period.start - timedelta(days=1)

    @given(CODES.map(Period.parse) | RANGES)
    def test_its_months_cover_the_period_once(self, period: Period) -> None:
        months = period.months()
        assert sum(month.days() for month in months) == period.days()
        assert (months[0].start, months[-1].end) == (period.start, period.end)
        assert all(month.start.month == month.end.month for month in months)

    def test_windows_lie_whole_in_the_period(self) -> None:
        assert [window.code for window in Q4.windows(1)] == ["2021-10", "2021-11", "2021-12"]
        assert [window.code for window in Q4.windows(3)] == ["2021Q4"]
        assert list(Q4.windows(12)) == []
        batch = Period.parse("2021-09-15..2021-12-05")
        assert [window.code for window in batch.windows(1)] == ["2021-10", "2021-11"]

    def test_both_ends_belong_to_the_period(self) -> None:
        assert date(2021, 10, 1) in Q4
        assert date(2021, 12, 31) in Q4
        assert date(2022, 1, 1) not in Q4
        assert Q4.days() == 92


class TestFrequency:
    @pytest.mark.parametrize(
        ("text", "period", "windows"),
        [
            ("1条/月", "2021Q4", [("2021-10", 1), ("2021-11", 1), ("2021-12", 1)]),
            ("1条/2周", "2021Q4", [("2021-10", 2), ("2021-11", 2), ("2021-12", 2)]),
            ("1条/周", "2021-10", [("2021-10", 4)]),
            ("1条/3周", "2021-10", [("2021-10", 1)]),
            ("2条/周", "2021W40", [("2021W40", 2)]),
            ("1条/2周", "2021W40", []),
            ("1条/季度", "2021Q4", [("2021Q4", 1)]),
            ("1条/3月", "2021Q4", [("2021Q4", 1)]),
            ("1条/季度", "2021-10", []),
            ("1条/半年", "2021", [("2021H1", 1), ("2021H2", 1)]),
            ("1条/年", "2021Q4", []),
            ("3篇/年", "2021", [("2021", 3)]),
        ],
    )
    def test_the_windows_a_column_is_judged_in(
        self, text: str, period: str, windows: list[tuple[str, int]]
    ) -> None:
        judged = Frequency.parse(text).windows(Period.parse(period))
        assert [(window.code, least) for window, least in judged] == windows

    def test_one_post_in_five_working_days_makes_twelve_in_a_quarter(self) -> None:
        assert Frequency.parse("1条/5工作日").quota(62) == 12
        assert Frequency.parse("2条/5自然日").quota(92) == 36

    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("1条/月", "1条/月"),
            ("1条/2周", "1条/2周"),
            ("1 条 / 5 个工作日", "1条/5工作日"),
            ("1篇每季度", "1条/季度"),
            ("1条/1月", "1条/月"),
        ],
    )
    def test_it_prints_as_it_is_written_in_a_pack(self, text: str, printed: str) -> None:
        assert str(Frequency.parse(text)) == printed
        assert Frequency.parse(printed) == Frequency.parse(text)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("每天", "无法识别的频次“每天”，应为 1条/月"),
            ("0条/月", "无法识别的频次“0条/月”"),
            ("1条/0周", "无法识别的频次“1条/0周”"),
            ("1条/00工作日", "无法识别的频次“1条/00工作日”"),
            ("1条/月度", "无法识别的频次“1条/月度”"),
            ("1条/5月", "频次“1条/5月”的窗口不是月、季度、半年或年"),
            ("1条/8周", "频次“1条/8周”超过4周，请改用月"),
        ],
    )
    def test_bad_text_is_refused(self, text: str, message: str) -> None:
        with pytest.raises(TermError, match=message):
            Frequency.parse(text)

    def test_a_duty_in_days_has_no_monthly_windows(self) -> None:
        with pytest.raises(TermError, match="频次“1条/5工作日”按天计"):
            list(Frequency.parse("1条/5工作日").windows(Q4))


class TestRate:
    @pytest.mark.parametrize(
        ("rate", "printed"),
        [
            (Rate(20, 22), "90.9%"),
            (Rate(329, 331), "99.4%"),
            (Rate(389, 391), "99.5%"),
            (Rate(22, 22), "100%"),
            (Rate(0, 5), "0%"),
            (Rate(9898, 10000, places=0, rounding=Rounding.TRUNCATE), "98%"),
            (Rate(9898, 10000, places=0), "99%"),
            (Rate(1, 8, places=2), "12.5%"),
            (Rate(1, 800, places=2), "0.13%"),
            (Rate(0, 0), "—"),
        ],
    )
    def test_as_printed(self, rate: Rate, printed: str) -> None:
        assert str(rate) == printed

    def test_nothing_due_is_not_full_marks(self) -> None:
        assert Rate(0, 0).percent is None

    @given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 4))
    def test_truncation_never_flatters(self, numerator: int, denominator: int, places: int) -> None:
        cut = Rate(numerator, denominator, places, Rounding.TRUNCATE).percent
        near = Rate(numerator, denominator, places).percent
        exact = Decimal(numerator) * 100 / denominator
        assert cut is not None
        assert near is not None
        assert cut <= exact
        assert abs(near - exact) <= Decimal("0.5").scaleb(-places)


class TestPoints:
    @pytest.mark.parametrize(
        ("value", "printed"),
        [
            (300, "300"),
            ("0.50", "0.5"),
            ("-24.00", "-24"),
            ("2.005", "2.01"),
            ("-0.001", "0"),
            ("1e2", "100"),
        ],
    )
    def test_two_places_and_no_needless_zeros(self, value: int | str, printed: str) -> None:
        assert str(points(value)) == printed

    @pytest.mark.parametrize("value", ["两分", "NaN", "Infinity", ""])
    def test_what_is_no_number_is_refused(self, value: str) -> None:
        with pytest.raises(TermError, match="无法识别的分值"):
            points(value)

    @given(st.decimals(-(10**6), 10**6, places=4))
    def test_rounding_twice_changes_nothing(self, value: Decimal) -> None:
        assert points(points(value)) == points(value)


def test_official_dates_have_no_leading_zeros() -> None:
    assert chinese_date(date(2022, 1, 7)) == "2022年1月7日"
