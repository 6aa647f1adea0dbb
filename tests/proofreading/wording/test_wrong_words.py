"""Words of the lexicons are found where they are wrong and left alone where two right words only meet."""

from datetime import date

import pytest

from gongkai.proofreading.hits import Level
from gongkai.proofreading.lexicon.entry import Entry, Genre
from gongkai.proofreading.lexicon.reading import read
from gongkai.proofreading.wording import Wording

WORDING = Wording(style=False)


def found(text: str, wording: Wording = WORDING) -> list[tuple[str, str, str]]:
    return [(text[each.start : each.end], each.suggestion, each.kind) for each in wording.find(text)]


@pytest.mark.parametrize(
    ("text", "wrong", "right", "kind"),
    [
        ("请于本周内按装完毕。", "按装", "安装", "错别字"),
        ("既使下雨也要按时到岗。", "既使下", "即使下", "输入法误选"),
        ("会议布署了下一步工作。", "布署", "部署", "错别字"),
        ("群众渡假的去处多了。", "渡假", "度假", "错别字"),
        ("迫不急待地报了名。", "迫不急待", "迫不及待", "成语误写"),
        ("大家再接再励。", "再接再励", "再接再厉", "成语误写"),
        ("一如继往地支持。", "一如继往", "一如既往", "成语误写"),
        ("广大群从积极参与。", "群从", "群众", "错别字"),
        ("镇人民政俯负责实施。", "政俯", "政府", "错别字"),
        ("截止目前，已办结20件。", "截止目前", "截至目前", "输入法误选"),
        ("向权利机关报告工作。", "权利机关", "权力机关", "输入法误选"),
        ("保障公民的权力义务。", "权力义务", "权利义务", "输入法误选"),
        ("深刻领悟“二个确立”。", "“二个确立”", "“两个确立”", "固定表述"),
        ("坚持习近平新时代特色社会主义思想。", "习近平新时代特色社会主义思想", "习近平新时代中国特色社会主义思想", "固定表述"),
        ("港澳台等国家的游客。", "港澳台等国家", "港澳台等地区", "涉港澳台用语"),
        ("到工商局办理登记。", "工商局", "市场监督管理局", "名称变更"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_found_with_its_suggestion(text: str, wrong: str, right: str, kind: str) -> None:
    assert found(text) == [(wrong, right, kind)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("项目为增收提供了有力支称。", "支称", "支撑"),
        ("妥善解决历史疑留问题。", "疑留", "遗留"),
        ("汛前组织群众开展辟险演练。", "辟险", "避险"),
        ("在窗口显注位置张贴。", "显注", "显著"),
        ("克服侥辛心理。", "侥辛", "侥幸"),
        ("河道整冶初见成效。", "整冶", "整治"),
        ("解决了青黄不结的难题。", "青黄不结", "青黄不接"),
        ("对政策一知半截。", "一知半截", "一知半解"),
        ("截止10月底，完成投资3亿元。", "截止", "截至"),
        ("大桥己建成通车。", "己", "已"),
        ("对末按时上报的予以通报。", "末", "未"),
        ("预期不报的将予以通报。", "预期不报", "逾期不报"),
        ("新生报道的手续在一楼办理。", "新生报道", "新生报到"),
        ("请服从现场民警指挥输导。", "指挥输导", "指挥疏导"),
        ("对对重点岗位实行轮岗。", "对对", "对"),
        ("对窗口进行进行了抽查。", "进行进行", "进行"),
        ("会上进行了讨论讨论。", "了讨论讨论", "了讨论"),
        ("志愿者们志愿者们来到社区。", "志愿者们志愿者们", "志愿者们"),
        ("签订房屋租凭合同。", "租凭", "租赁"),
        ("做好矛盾化介工作。", "矛盾化介", "矛盾化解"),
        ("加强路面坑曹修补。", "坑曹", "坑槽"),
        ("漫性病患者可以长期开药。", "漫性病", "慢性病"),
        ("严禁截流、挪用资金。", "截流、挪用", "截留、挪用"),
        ("目前的现状不容乐观。", "目前的现状", "现状"),
        ("众多志愿者们参加活动。", "们", ""),
        ("为港澳台居民和其他外国人提供服务。", "港澳台居民和其他外国", ""),
        ("县人民代表大会常务委员第三次会议。", "人民代表大会常务委员", "人民代表大会常务委员会"),
        ("确保确保夏粮丰收。", "确保确保", "确保"),
        ("免费赠送雨伞一把。", "免费赠送", "赠送"),
        ("每户增收近5000元左右。", "近5000元左右", ""),
        ("其目的是为了方便群众。", "目的是为了", ""),
        ("产品远销香港、泰国等国家。", "香港、泰国等国家", ""),
        ("香港与中国经贸往来密切。", "香港与中国", ""),
        ("学习《道路安全交通法》。", "道路安全交通法", "道路交通安全法"),
        ("第一、要提高认识。", "、", "，"),
        ("这里的苹果口感脆甜，是送礼的最佳选择。", "最佳", ""),
        ("栏目内容跟新不及时。", "跟新", "更新"),
        ("请按照要球办理。", "按照要球", "按照要求"),
        ("不得留于形式。", "留于形式", "流于形式"),
        ("请有关单位限期整政。", "限期整政", "限期整改"),
        ("人名群众得到实惠。", "人名群众", "人民群众"),
        ("有效换解停车难题。", "有效换解", "有效缓解"),
    ],
)
def test_slips_are_found_that_nobody_wrote_down(text: str, wrong: str, right: str) -> None:
    assert any(wrong in each[0] and right in each[1] for each in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "管线迁改滞后问题突出。",
        "户主张满囤，家住村东。",
        "讲解爱眼护眼知识。",
        "油麦菜、生菜价格上涨。",
        "申请人向镇人民政府提出申请。",
        "公告期满之月起计算。",
        "一件事一件事地抓，一个村一个村地过。",
        "日子和和美美，加油加油加油。",
        "代表代表团发言，目的的确达到了。",
        "采取明查暗访的方式。",
        "广大青年朋友们：",
        "散养户由村级防疫员逐户登记。",
        "聘任江雨晴为副主任。",
        "手机应用“秦务员”已上线。",
        "在在建项目现场检查。",
        "从从业人员中推选代表。",
        "严格落实各项目的管理责任。",
        "报名截止日期为10月31日，截至目前已有20人报名。",
        "克己奉公，自己完成了全部任务。",
        "期末按时考试，年末及时结账。",
        "产品远销香港、泰国等国家和地区。",
        "香港与中国内地往来密切。",
        "第一、第二季度完成投资2亿元，第一、二名获奖。",
        "记者报道了新生报到的情况。",
        "达到预期目标，逾期未办结3件。",
        "近年来，每户增收5000元左右。",
        "研究研究再说，一步一步来。",
        "全县教育系统树立最佳实践典型。",
        "组织组织部门干部到实地察看。",
        "连续两周未更新，一周未能回复。",
        "做到应关尽关、能通尽通。",
        "挂果园12亩、幼园5亩。",
        "小区环境幽美。",
        "不得出现“台湾政府”等表述。",
        "文中“按排”“布署”应改为“安排”“部署”。",
    ],
)
def test_right_neighbours_of_slips_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "公开发布署名文章。",
        "坚持以经济建设为中心。",
        "按装置类型分别登记。",
        "路口交通标志清晰。",
        "务必竟其功于汛前。",
        "云布署罚〔2023〕1号",
        "出口交货地点不变。",
        "学习贯彻会议精神。",
        "连续8个月未更新。",
        "各自已完成整改。",
        "公民依法行使权利，机关依法行使权力。",
        "报名截止时间为6月1日。",
        "两台机器制作完成。",
        "《中华人民共和国劳动合同法》",
        "本局其他工作人员。",
        "作为一项长期工作来做。",
    ],
)
def test_where_two_right_words_meet_nothing_is_found(text: str) -> None:
    assert found(text) == []


def test_what_is_vague_is_found_in_a_guide_only() -> None:
    text = "申请材料：身份证、其他相关材料。"
    assert found(text) == []
    guide = Wording(genre=Genre.GUIDE, style=False)
    assert found(text, guide) == [("其他相关材料", "逐项列明材料名称", "兜底表述")]


def test_a_guide_is_known_by_its_headings() -> None:
    guide = "受理条件：本县户籍。\n申请材料：身份证、户口簿等。\n办理流程：申请。\n办理时限：5日。\n收费标准：不收费。\n咨询电话：12345。"
    assert [text for text, _, _ in found(guide)] == ["等"]


def test_absolutes_are_told_only_of_publicity() -> None:
    text = "本地苹果，全国首家绿色认证，零风险。"
    assert found(text) == []
    assert found(text, Wording(genre=Genre.PUBLICITY))


def test_an_old_name_is_right_in_a_text_of_its_day() -> None:
    text = "请到县国土资源局办理。"
    assert found(text)[0][:2] == ("国土资源局", "自然资源局")
    assert found(text, Wording(day=date(2017, 6, 1))) == []


def test_an_office_adds_words_and_dismisses_others() -> None:
    own = read("wrong\tright\tlevel\n云领县\t云岭县\t错误\n")
    wording = Wording(additions=own, dismissed=("按装",))
    text = "云领县按装了路灯。"
    (each,) = wording.find(text)
    assert (text[each.start : each.end], each.suggestion, each.level) == ("云领县", "云岭县", Level.ERROR)


def test_an_exception_and_the_right_word_itself_are_no_hits() -> None:
    wording = Wording([Entry("河县", "河口县", Level.ERROR, "地名", exceptions=("黄河县",))])
    assert found("黄河县和河口县", wording) == []
    assert found("到河县", wording) == [("河县", "河口县", "地名")]


def test_of_overlapping_words_the_longest_is_told() -> None:
    lexicon = [Entry("甲乙", "丙", Level.ERROR, "一"), Entry("甲乙丁戊", "己", Level.HINT, "二")]
    assert found("甲乙丁戊", Wording(lexicon)) == [("甲乙丁戊", "己", "二")]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("仓库管理员麻庳大意。", "麻庳大意", "麻痹大意"),
        ("对去年的问题开展回头着。", "开展回头着", "开展回头看"),
        ("这支队伍打得羸硬仗。", "打得羸", "打得赢"),
        ("发现食品安全监管不利的情况。", "监管不利", "监管不力"),
        ("由县级复合认定后发放。", "复合", "复核"),
        ("工作人员请请出示证件。", "请请", "请"),
        ("代表团研究了了三个议题。", "了了", "了"),
    ],
)
def test_look_alikes_neighbours_and_characters_written_twice_are_told(
    text: str, wrong: str, right: str
) -> None:
    assert any(each[0] in wrong or wrong in each[0] for each in found(text))
    assert any(each[1] in right or right in each[1] for each in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "做好病媒生物防制工作，按招拍挂程序办理。",
        "一家人和和美美，邻里和和睦睦。",
        "消除不利影响，推进不利因素转化。",
        "选用复合材料，施用复合肥。",
        "为了了解情况，申请请示上级。",
    ],
)
def test_right_terms_near_them_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_wrong_word_in_quotation_marks_is_told_where_nobody_speaks_of_it() -> None:
    assert found("他说“按排工作”。") == [("按排工作", "安排工作", "错别字")]
    assert found("不得拖延，要按排“双随机”等抽查。")[0][:2] == ("按排", "安排")
