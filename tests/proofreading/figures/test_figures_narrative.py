"""Sentences whose figures agree are left alone; sentences whose figures do not are told, with both sides."""

import pytest

from gongkai.proofreading.document import plain
from gongkai.proofreading.figures.find import find
from gongkai.proofreading.figures.kinds import Kind
from gongkai.proofreading.hits import Hit, Level


def found(text: str) -> list[Hit]:
    return find(plain("通报.txt", text))


RIGHT = """\
本季度全县接到热线工单391件，其中投诉类353件，求助类32件，其他6件。
今年收到网上来信46件，其中咨询20件、投诉26件（其中重复来信3件），办结45件，按期办结44件。
全区备案账号20个（订阅号12个、微博5个、其他3个）。
主动公开政府信息20件，其中网站公开18件、微信公开15件。
现有工作人员20人，其中党员12人、女性10人、研究生8人。
共办理建议120件，其中城建类45件、教育类30件。
共接收工单391件，自主撤单60件，应办结331件，按期办结329件，超时办结2件。
某镇承办22件，按期办结20件，按期办结率90.9%；另一镇承办36件，按期办结36件，按期办结率100%。
共接收工单391件，自主撤单60件，按期办结329件，按期办结率99.4%。
抽查100件，回访80件，满意70件，不满意10件，满意率87.5%。
累计受理46件，办结45件，办结率98%。
累计受理46件，办结45件，办结率97.82%。
共受理391件，投诉类353件，占90.3%，求助类32件，占8.2%，其他6件，占1.5%。
从类型看，投诉占60.2%、求助占29.9%、其他占10.0%。
全区发布信息391条，较上季度的348条增加43条，增长12.4%。
办件量由348件增加到391件，增长12.4%，办结率由90%提高到95%，提高5个百分点。
受理留言46件，比去年同期减少4件，下降8%。
受理投诉30件，较上月增加5件；受理咨询20件，较上月减少3件。
柳河镇、石桥镇、东岭镇3个镇未按时报送。
对财政局、文化和旅游局2家单位提出表扬，对司法局、教体局等16个单位予以提醒。
政府办、政务服务中心对柳河镇、石桥镇2个镇开展检查。
涉及3家单位（财政局2件、司法局1件、教体局4件）。
全年支出1.2万元，其中印刷费0.8万元、邮寄费0.4万元。
共发布信息1,235条。其中，政策文件234条、工作动态1,001条。
三家单位分别受理10件、12件、9件，合计31件。
各单位近400件、30余条、5至8个的说法不作计算，其中投诉500件以上。
共受理1000件，满意率98%，其中满意960件，不满意20件，未评价20件。
一季度12件、二季度15件，上半年共27件；计划3000万元，已完成2150万元，占计划的71.7%。
项目总投资1.2亿元，其中中央资金5000万元，省级配套3000万元，县级自筹4000万元。
会议研究三项议题：一是预算，二是规划，三是人事。
定于2024年2月29日（星期四）召开会议，会期至2024年3月1日。
""".splitlines()

WRONG = [
    ("共接收工单391件，其中投诉类353件，求助类42件，其他5件。", "391件", Kind.PARTS, Level.ERROR),
    ("共接收工单391件，其中投诉类353件，求助类32件，其他5件。", "391件", Kind.PARTS, Level.DOUBT),
    ("备案账号20个（订阅号12个、微博5个、其他4个）。", "20个", Kind.PARTS, Level.ERROR),
    ("共收到来信46件，其中投诉48件。", "48件", Kind.PARTS, Level.ERROR),
    ("投诉20件、咨询10件，合计31件。", "31件", Kind.PARTS, Level.DOUBT),
    ("共接收31件，其中投诉、咨询、其他分别为10件、12件、8件。", "31件", Kind.PARTS, Level.DOUBT),
    ("共收到25件。其中，投诉１５件、咨询11件。", "25件", Kind.PARTS, Level.ERROR),
    ("共接收工单391件，自主撤单60件，应办结330件。", "330件", Kind.OUTCOMES, Level.DOUBT),
    ("应办结331件，按期办结329件、超时办结3件。", "331件", Kind.OUTCOMES, Level.ERROR),
    ("共受理46件，办结44件，正在办理1件。", "46件", Kind.OUTCOMES, Level.DOUBT),
    ("某镇承办22件，按期办结20件，按期办结率91.9%。", "91.9%", Kind.RATE, Level.ERROR),
    ("各单位报送信息665条，采用270条，采用率46.0%。", "46.0%", Kind.RATE, Level.ERROR),
    ("按期办结率达到105%。", "105%", Kind.RATE, Level.ERROR),
    ("共受理391件，其中投诉类353件，占93.0%。", "93.0%", Kind.SHARE, Level.ERROR),
    ("从类型看，投诉占60%、求助占30%、其他占20%。", "20%", Kind.SHARE, Level.ERROR),
    ("全区发布信息391条，较上季度的348条增加53条。", "53条", Kind.CHANGE, Level.ERROR),
    ("办件量由348件增加到391件，增长14.2%。", "14.2%", Kind.CHANGE, Level.ERROR),
    ("共发布391条（上年同期348条），同比下降12.4%。", "12.4%", Kind.CHANGE, Level.ERROR),
    ("办结率由90%提高到95%，提高6个百分点。", "6个百分点", Kind.CHANGE, Level.ERROR),
    ("柳河镇、石桥镇、东岭镇四个镇未按时报送。", "四个镇", Kind.ENUMERATION, Level.ERROR),
    ("涉及3家单位（财政局、司法局、教体局、商务局）。", "3家单位", Kind.ENUMERATION, Level.ERROR),
    ("对财政局、司法局、教体局等2个单位予以提醒。", "2个单位", Kind.ENUMERATION, Level.ERROR),
    ("办事指南、政策文件、人事信息2个栏目更新不及时。", "2个栏目", Kind.ENUMERATION, Level.DOUBT),
    ("定于2022年2月30日召开。", "2022年2月30日", Kind.DATE, Level.ERROR),
    ("2021年2月29日印发。", "2021年2月29日", Kind.DATE, Level.ERROR),
    ("2022年8月19日（星期四）召开。", "2022年8月19日（星期四", Kind.DATE, Level.ERROR),
    ("自2022年6月30日至2022年4月1日。", "2022年6月30日至2022年4月1日", Kind.DATE, Level.ERROR),
    ("计划投资3000万元，已完成2150万元，占计划的81.7%。", "81.7%", Kind.SHARE, Level.DOUBT),
    ("接待52万人次，比上年的40万人次增长25%。", "25%", Kind.CHANGE, Level.ERROR),
    ("抽检120批次，合格118批次，不合格3批次。", "120批次", Kind.PARTS, Level.DOUBT),
    ("应到35人，实到33人，请假3人。", "35人", Kind.PARTS, Level.DOUBT),
    ("收到建议86件、提案142件，共计238件。", "238件", Kind.PARTS, Level.DOUBT),
    ("第一批12家、第二批15家，两批共28家。", "28家", Kind.PARTS, Level.DOUBT),
    ("共需经费45万元，其中设备购置20万元，软件开发15万元，培训费5万元。", "45万元", Kind.PARTS, Level.DOUBT),
    ("讨论了5个议题：一是预算，二是规划，三是人事，四是安全。", "5个议题", Kind.ENUMERATION, Level.DOUBT),
    ("先进集体5个：县财政局、县教体局、县卫健局、县司法局。", "5个", Kind.ENUMERATION, Level.ERROR),
    ("从高到低为财政局96.5分、教体局95分、卫健局98分、住建局90.5分。", "95分", Kind.RANK, Level.DOUBT),
    ("柳河镇92.5分，排名第3；石桥镇93.1分，排名第4。", "92.5分，排名第3", Kind.RANK, Level.DOUBT),
    ("全县备案账号28个。目前，全县备案账号26个均正常更新。", "26个", Kind.REPEATED, Level.DOUBT),
    ("小区共有住户320户，已有240户签字同意，同意率80%。", "80%", Kind.RATE, Level.ERROR),
    ("今年二季度（4—7月）数据如下。", "二季度（4—7月）", Kind.DATE, Level.DOUBT),
]


@pytest.mark.parametrize("text", RIGHT)
def test_sentences_whose_figures_agree_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "said", "kind", "level"), WRONG)
def test_figures_that_do_not_agree_are_told(text: str, said: str, kind: Kind, level: Level) -> None:
    (hit,) = found(text)
    assert (hit.found, hit.kind, hit.level) == (said, kind, level)


SIGNED = "\n县政府办公室\n2022年8月19日"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请于8月10日前将整改情况书面报送县政府办公室。", "8月10日前"),
        ("请于2022年8月5日前报送，逾期不报的移交督查室。", "2022年8月5日前"),
        ("截至2022年9月30日，共受理工单391件。", "2022年9月30日"),
    ],
)
def test_days_that_the_notice_s_own_date_forbids_are_told(text: str, said: str) -> None:
    (hit,) = found(text + SIGNED)
    assert (hit.found, hit.kind) == (said, Kind.DEADLINE)


@pytest.mark.parametrize(
    "text",
    [
        "请于8月26日前将整改情况书面报送县政府办公室。",
        "请于1月20日前报送全年总结。",
        "应于7月31日前完成的整改，仍有2家单位未完成。",
        "截至2022年6月30日，共受理工单391件。",
    ],
)
def test_days_that_fit_the_notice_s_date_are_left_alone(text: str) -> None:
    assert found(text + SIGNED) == []


def test_a_finding_quotes_both_sides_with_their_places_and_the_arithmetic() -> None:
    text = "共接收工单391件，\n\n其中投诉类353件、求助类32件、其他5件。"
    document = plain("通报.txt", text)
    (hit,) = find(document)
    quoted = [document.pieces[span.piece].text[span.start : span.end] for span in hit.spans]
    assert quoted == ["391件", "353件", "32件", "5件"]
    assert hit.reason == "3项相加为390件（353＋32＋5），与总数391件相差1件"
