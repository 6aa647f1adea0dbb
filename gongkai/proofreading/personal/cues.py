"""Words that say what stands beside them: a number's meaning, a person, a home or an office."""

from enum import Enum, auto

from gongkai.proofreading.automaton import Automaton
from gongkai.proofreading.personal.allotted import ALLOTTED
from gongkai.proofreading.personal.cards import UNIONPAY
from gongkai.proofreading.personal.characters import OTHER_FIGURES
from gongkai.proofreading.personal.plates import BEGINNINGS

FIGURES = "0123456789０１２３４５６７８９"
MARKS = ".．·•・。/_~～"
"""What parts a number, beside spaces and dashes."""


class Cue(Enum):
    IDENTITY = auto()
    PHONE = auto()
    PHONE_OF_A_PERSON = auto()
    PHONE_OF_AN_OFFICE = auto()
    CARD = auto()
    NUMBERING = auto()
    PASSPORT = auto()
    PERMIT = auto()
    WECHAT = auto()
    QQ = auto()
    AT = auto()
    PLATE = auto()
    HOME = auto()
    PLACE = auto()
    OFFICE = auto()
    HOUSE = auto()
    BIRTH = auto()
    BORN = auto()
    PERSON = auto()
    CONTACT = auto()
    OFFICIAL = auto()
    GENERAL_PERSON = auto()
    ANYBODY = auto()
    COURTESY = auto()
    COMRADE = auto()
    GENDER = auto()
    PROPERTY = auto()
    KIN = auto()
    DOTTED = auto()
    OTHER_FIGURE = auto()
    REVERSED = auto()
    LISTED = auto()


WORDS = {
    Cue.IDENTITY: """
        身份证 身份证号 身份证号码 居民身份证 居民身份证号 居民身份证号码 公民身份证 公民身份证号 公民身份证号码
        公民身份号码 身份号码 身份证件号码 身份证件号 证件号 证件号码 身份证明号码 有效证件号码 身份证编号 残疾人证号 残疾人证号码 残疾证号 社会保障号 社会保障号码
        居住证号 居住证号码 港澳居民居住证号 台湾居民居住证号 港澳台居民居住证号""",
    Cue.PHONE: "电话 联系电话 电话号码 联系方式 通讯方式 联系号码 固定电话 座机 回访号码 回访电话 Tel tel TEL 致电 来电号码",
    Cue.PHONE_OF_A_PERSON: """
        手机 手机号 手机号码 移动电话 家庭电话 家庭联系电话 住宅电话 宅电 家里电话 本人电话 本人联系电话 个人电话
        个人联系电话 私人电话 家长电话 监护人电话 申请人电话 户主电话 来电人电话 诉求人电话 学生电话 家的电话 家电话 家里的电话 家座机 家中座机 家里座机 住宅座机""",
    Cue.PHONE_OF_AN_OFFICE: """
        办公电话 办公室电话 咨询电话 咨询热线 监督电话 监督举报电话 举报电话 投诉电话 投诉举报电话 投诉监督电话
        值班电话 服务电话 服务热线 受理电话 报名电话 报警电话 急救电话 单位电话 传真 热线 热线电话 客服电话 总机
        业务电话 预约电话 查询电话 政策咨询 公开电话 信访电话 报送电话 技术支持电话 救援电话 监管电话""",
    Cue.CARD: """
        银行卡 银行卡号 银行卡号码 卡号 银行账号 银行帐号 银行账户 银行帐户 账号 帐号 账户号 收款账号 收款账户
        收款卡号 打卡账号 打卡帐号 存折 存折账号 一卡通 一卡通账号 一卡通号 社保卡账号 社会保障卡账号 信用卡 信用卡号
        储蓄卡 储蓄卡号 借记卡 工资卡 银行存折 开户账号 发放账号""",
    Cue.NUMBERING: """
        编号 编码 代码 单号 工单号 工单编号 订单号 订单编号 流水号 交易号 项目代码 项目编号 信用代码
        统一社会信用代码 社会信用代码 机构代码 文号 案号 档号 档案号 条码 条形码 货号 合同号 合同编号 许可证号
        许可证编号 执照号 注册号 发票号 发票号码 发票代码 票号 批号 学号 准考证号 备案号 登记号 受理号 受理编号
        证书号 证书编号 批准文号 批准号 标识码 凭证号 运单号 快递单号 件号 采购编号 招标编号 案件编号 序列号
        设备号 地块编号 宗地编号 不动产单元号 权证号 产权证号 户号 用户号 缴费编号 车架号 发动机号 专利号 标准号
        来文号 登记编号 业务号 业务编号 办件编号 核准号 房产证号 公告编号 索引号 票据号 税号 识别号""",
    Cue.PASSPORT: "护照 护照号 护照号码 护照编号",
    Cue.PERMIT: """
        通行证 通行证号 通行证号码 港澳通行证 港澳居民来往内地通行证 台湾居民来往大陆通行证 往来港澳通行证
        往来台湾通行证 大陆居民往来台湾通行证 回乡证 回乡证号 台胞证 台胞证号 台湾通行证 香港身份证 香港居民身份证
        香港永久性居民身份证 澳门身份证 澳门居民身份证 永久居留身份证 永久居留证""",
    Cue.WECHAT: "微信 微信号 微信号码 个人微信 加微信 微信ID WeChat wechat Wechat V信 vx VX v信",
    Cue.QQ: "QQ qq Qq QQ号 qq号 QQ号码 qq号码 ＱＱ ＱＱ号 扣扣",
    Cue.AT: "@ ＠",
    Cue.PLATE: " ".join(BEGINNINGS),
    Cue.HOME: """
        住址 家庭住址 家庭地址 家庭详细地址 家庭详细住址 详细住址 现住址 现住地 现住地址 现住 居住地 居住地址 居住地点
        户籍地 户籍地址 户籍所在地 户籍住址 户口所在地 户口地址 身份证地址 身份证住址 经常居住地 常住地址 常住地
        常住址 家住 住在 居住在 居住于 租住 租住在 租住于 现居 现居住地 现居住地址 现居住于 现居住在
        房屋坐落 房屋地址 住房地址 隔离地址 学生住址""",
    Cue.PLACE: "住所地 地址 详细地址 坐落 座落 住所 通信地址 通讯地址 联系地址 收货地址 收件地址",
    Cue.OFFICE: """
        办公地址 办公地点 办公场所 受理地点 受理地址 办理地点 办理地址 单位地址 公司地址 企业地址 机构地址 注册地址
        经营地址 经营场所 经营地点 营业地址 营业场所 生产地址 生产经营地址 生产场所 报名地点 报名地址 会议地点
        活动地点 开标地点 投标地点 培训地点 集合地点 考试地点 面试地点 咨询地点 邮寄地址 报送地址 递交地点
        服务地址 接访地点 听证地点 开庭地点 施工地点 项目地点 建设地点 建设地址 项目地址 工程地点 诊所地址
        药店地址 店铺地址 门店地址 医院地址 学校地址 接种地点 采样地点 发放地点 领取地点 住所（经营场所）
        幼儿园 幼儿班 儿童医院 儿童福利院 老人院 学生处 学生公寓 家长学校 残疾人联合会 残疾人服务中心 老年活动中心""",
    Cue.HOUSE: " ".join(
        [f"{figure}{mark}" for figure in FIGURES for mark in ("号", "室", "单元", "栋", "幢")]
        + [f"-{tens}{units}-" for tens in ("", *FIGURES) for units in FIGURES]
    ),
    Cue.BIRTH: "出生日期 出生年月 出生年月日 出生时间 生日 出生于 生于",
    Cue.BORN: "日出生 日生 月出生 月生 "
    + " ".join(f"{figure}{word}" for figure in range(10) for word in ("生", "出生")),
    Cue.PERSON: """
        申请人 申请人姓名 申请者 户主 户主姓名 受助人 受助人姓名 受助对象 救助对象 救助人 被救助人 低保对象 低保户
        五保户 特困人员 特困供养人员 保障对象 共同申请人 监护人 监护人姓名 法定监护人 当事人 投诉人 举报人 诉求人
        来电人 来信人 写信人 发信人 寄信人 提问人 咨询人 询问人 建议人 报案人 报警人 反映人 信访人 求助人 留言人 被征收人 被拆迁人 被安置人 承租人 产权人 消费者 购机者 缴费人 反馈人 提议人 住户 伤员 选民 失主 证人 目击证人 男方 女方
        被补偿人 补偿对象 骑行人 骑车人 乘车人 驶人 该生 投保人 病员 遇难者 失踪人员 逝者 肇事者 肇事司机 施救者 获救者 受灾户 搬迁户 困难户 特困户 低收入户 报料人 目击者 见证人 证明人 担保人 保证人 转让人 受让人 捡拾人 拾得人 房屋所有权人 权利人
        土地使用权人 受益人 受益人姓名 领取人 领款人 收款人 持卡人 死者 伤者 受害人 被害人 原告 被告 申报人 代理人
        委托人 受托人 被处罚人 驾驶人 驾驶员 车主 业主 房主 买受人 应聘人 参保人 参保人员 姓名 学生姓名 家长姓名
        患者姓名 联系人姓名 本人姓名 儿童姓名 幼儿姓名 考生姓名 复议申请人 享受对象 补贴对象 发放对象 补助对象
        承包方代表 承包户 借款人 贷款人 抵押人 继承人 被继承人 抚养人 赡养人 扶养人 紧急联系人 家庭成员
        贫困户 脱贫户 监测户 监测对象 帮扶对象 优抚对象 孤儿 失信被执行人 被执行人 经办申请人 来访人 寄件人 收件人 收货人 取件人 法定代理人 拆迁户 征收户 安置户 被安置户 信访户 上访人 购房人 购房者 承租户 走失人员 走失老人 债务人 债权人 工伤职工 开户人 户名 账户名 开户名 开户名称 账户名称 持证人 被监护人 被保险人 被扶养人 赡养对象""",
    Cue.CONTACT: "联系人 联络人 联系人员姓名",
    Cue.OFFICIAL: "经办人 承办人 负责人 责任人 受理人 审核人 接待人 办理人 工作人员 值班人员 执法人员 经办单位 承办单位",
    Cue.GENERAL_PERSON: """
        学生 家长 患者 病人 患儿 产妇 考生 残疾人 业主代表 配偶 父亲 母亲 妻子 儿子 女儿 孙子 孙女 外孙 外孙女 侄子 侄女 侄儿 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 外公 外婆 岳父 岳母 儿媳 女婿 邻居
        其侄 独居老人 留守老人 留守儿童 孤寡老人 困境儿童 家属 婴儿 幼儿 儿童 男童 女童 老人
        病患 租户 台胞 港胞 侨胞 本人 我叫""",
    Cue.ANYBODY: """
        村民 居民 农户 农民 农民工 务工人员 市民 群众 网民 职工 工人 乘客 旅客 游客 顾客 学员""",
    Cue.COURTESY: "女士 先生",
    Cue.COMRADE: "同志",
    Cue.GENDER: "，男， ，女， ,男, ,女, （男， （女， 、男、 、女、 ，男性 ，女性 (男, (女, （男） （女） ，男、 ，女、",
    Cue.PROPERTY: """
        补助金额 补贴金额 救助金额 救助金 发放金额 低保金 保障金 补助金 补助款 补偿款 赔偿款 补偿金额 补偿总额 赔偿金额 赔偿总额 救助总额 发放总额 抚恤金 存款 存款余额 公积金余额 住房公积金余额 自付费用 自付金额 养老保险待遇 房屋总价 购房总价 购房款 市场估价 评估价值
        银行存款 工资 月工资 工资收入 月收入 年收入 家庭收入 家庭年收入 家庭月收入 人均收入 年人均收入 养老金 退休金 财产损失 直接财产损失 经济损失 直接经济损失
        抚养费 赡养费 贷款 欠款 借款 负债 债务 财产 房产 名下房产 房屋面积 住房面积 建筑面积 住房 车辆 名下车辆 名下 资助金额 助学金 奖学金 生活费""",
    Cue.KIN: " ".join(
        [f"{whose}{kin}" for whose in "其你您我" for kin in "父母夫妻子女兄弟姐妹孙"]
        + [
            "长子",
            "次子",
            "三子",
            "长女",
            "次女",
            "三女",
            "养子",
            "养女",
            "继子",
            "继女",
            "前妻",
            "前夫",
            "继父",
            "继母",
            "祖父",
            "祖母",
            "胞兄",
            "胞弟",
            "丈夫",
            "亲属",
            *("之子", "之女", "之妻", "之夫", "之父", "之母"),
        ]
    ),
    Cue.DOTTED: " ".join(
        [f"{beginning}{mark}" for beginning in ALLOTTED for mark in MARKS]
        + [f"{beginning}{mark}" for beginning in UNIONPAY for mark in MARKS[:3]]
        + [f"{mark}{century}{decade}" for mark in MARKS[:5] for century in (19, 20) for decade in range(10)]
    ),
    Cue.OTHER_FIGURE: " ".join(OTHER_FIGURES),
    Cue.REVERSED: "\u202e",
    Cue.LISTED: "如下： 名单： 名册： 明细： 人员： 对象： 情况：",
}
"""Each cue's words, divided by spaces."""

_MEANINGS = {word: cue for cue, words in WORDS.items() for word in words.split()}
CUES = Automaton(_MEANINGS)
"""All cues in one automaton, to be run together with a lexicon."""

MEANINGS = tuple(_MEANINGS.values())
"""What each word of `CUES` means, by its number."""
