"""The words a template may use (模板词汇表).

| 词 | 给出 |
|---|---|
| `period` | 期间：`.label` 2021年四季度，`.short` 四季度，`.year` 2021年，`.start`、`.end` 日期（可接 `.short`） |
| `office` | `.name` 地区名称，`.issuer` 发文机关 |
| `scheme` | 考核办法：`.name`、`.version` 2021、`.source`；`.scored` 是否计分；`.base` 基准分 |
| `rules` | `.posting` 每5个工作日至少发布1条；`.quota` 每季度应报条数；`.message_days` 5个工作日；`.denominator` 按期办结率的分母 |
| `issued_on` `rectify_by` | 印发日期、整改期限；`.short` 不带年份 |
| `remarks` | 表格反映不了的问题，即 office.toml 本期 `remarks` 中的话，逐句 |
| `total(measure, unit=, group=, item=)` | 合计数；可与数字比较，为 0 时作“否” |
| `rate(measure, unit=, group=)` | 百分比；0/0 打印“—”，作“否”；`.whole` 是否为 100% |
| `units(measure, group=)` | 该指标大于 0 的单位 |
| `reached(measure, group=)` | 该指标各项任务全部达到的单位 |
| `best(measure, most, group=)` | 该指标最多的单位，不超过 `most` 家；并列者同进同退 |
| `commended(group=)` `criticised(group=)` | 表扬名单、批评名单 |
| `ranked(group)` | 参加排名的单位，按名次先后 |
| `score(unit)` `rank(unit)` | 一个单位的得分、名次 |
| `completed(kind, state, group=)` | 某项工作“全部完成”“部分完成”“未完成”的单位 |
| `findings(kind)` | 某类问题：`.count`、`.units`；`.by_unit` 逐单位（`.unit` `.items`）；`.by_item` 逐项（`.item` `.units`）；逐条 `.unit` `.item` `.value` `.target` `.text` |
| `items(measure, group=)` | 按类型、渠道等分项的合计，从多到少，“其他”在最后：`.name` `.count` |
| `accounts(state)` | “已备案”“已注销”“未经报备”“断更”的账号：`.count` `.units`；逐个 `.unit` `.name` `.platform` `.holder` `.published` `.original` `.quota` |
| `columns` | 责任栏目：`.count` 个数，`.duties` 栏目与单位的组合数，`.units` 保障单位 |
| `change(measure, counter)` | 较上期增加12条；没有上期数据时为空，作“否” |
| `annex(table, group=)` | 附件1；同一种表有几个附件时为“附件3、附件4” |

单位名单打印为“A、B、C”；`.named` 为“A、B、C3家单位”；`.sample(5)` 为“A、B、C、D、E等8家单位”；`.count` 为家数；
`.quoted` 为“A”“B”。空名单作“否”，无话可说的句子用 `{% if %}` 略去。指标名称见 docs/architecture.md 的指标表。
"""

from collections.abc import Callable
from datetime import date
from functools import cache

from gongkai.notice.material import Material
from gongkai.notice.vocabulary.figure_words import FigureWords
from gongkai.notice.vocabulary.list_words import ListWords
from gongkai.notice.vocabulary.register_words import AccountWords, RuleWords, columns
from gongkai.notice.vocabulary.score_words import ScoreWords
from gongkai.notice.vocabulary.setting_words import AnnexWords, OfficeWords, PeriodWords, SchemeWords, day

Word = Callable[..., object]


def names(material: Material) -> dict[str, object]:
    """Every word by its name, for one rendering. Functions remember their answers, so that asking the
    same in a loop costs nothing."""
    return _settings(material) | {word.__name__: cache(word) for word in _functions(material)}


def _settings(material: Material) -> dict[str, object]:
    ledger, issued = material.ledger, material.issued
    return {
        "period": PeriodWords(ledger, material.period.label, period=material.period),
        "office": OfficeWords(material.office),
        "scheme": SchemeWords(ledger, material.office.scheme),
        "rules": RuleWords(ledger, material.office.rules),
        "columns": columns(material),
        "remarks": issued.remarks,
        "issued_on": day(ledger, date.fromisoformat(issued.issued_on), "issued_on"),
        "rectify_by": day(ledger, date.fromisoformat(issued.rectify_by), "rectify_by"),
    }


def _functions(material: Material) -> tuple[Word, ...]:
    figures, lists, scores = FigureWords(material), ListWords(material), ScoreWords(material)
    return (
        figures.total,
        figures.rate,
        figures.units,
        figures.reached,
        figures.best,
        figures.items,
        figures.change,
        lists.commended,
        lists.criticised,
        scores.ranked,
        scores.score,
        scores.rank,
        lists.completed,
        lists.findings,
        AccountWords(material).accounts,
        AnnexWords(material).annex,
    )
