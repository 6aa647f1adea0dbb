"""Citizens' data in a sheet is not shown; numbers of orders and days are left as they are."""

import pytest

from gongkai.actions import masking


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13812345678", "138****5678"),
        ("请回电13812345678，谢谢", "请回电138****5678，谢谢"),
        ("610103198001010011", "61*************011"),
        ("６１０１０３１９８００１０１００１１", "61*************011"),
        ("身份证号610103 19800101 0011", "身份证号61*************011"),
        ("6222020200112233008", "***************3008"),
        ("zhangsan@example.com", "z***@example.com"),
        ("申请人张三来信", "申请人张某来信"),
        ("GD20211008000123456", "GD20211008000123456"),
        ("2021-10-08", "2021-10-08"),
        ("财政局：召开会议20211008", "财政局：召开会议20211008"),
        ("1381234567", "1381234567"),
    ],
)
def test_numbers_of_people_are_cut_to_their_ends(text, shown):
    assert masking.masked(text) == shown


@pytest.mark.parametrize("header", ["诉求人姓名", "联系电话", "家庭住址", "诉求内容"])
def test_a_column_about_people_shows_nothing(header):
    assert masking.samples(header, ["张某某", "某地"]) == [masking.HIDDEN]
    assert masking.samples(header, []) == []


def test_other_columns_show_their_values():
    assert masking.samples("承办单位", ["财政局"]) == ["财政局"]
