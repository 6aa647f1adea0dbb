"""The time words of a warning in official Chinese."""

from datetime import date

from gongkai.assessment.problems import window_label
from gongkai.assessment.warnings.warning import Scene
from gongkai.terms import chinese_date


def day(scene: Scene, of: date) -> str:
    """9月30日; the year is said where it is not this one."""
    full = chinese_date(of)
    return full.removeprefix(f"{of.year}年") if of.year == scene.today.year else full


def remaining(scene: Scene, due: date) -> str:
    """距9月30日还有3个工作日; 今天到期; 已于9月30日到期，逾期2个工作日."""
    left = scene.left(due)
    if due < scene.today:
        return f"已于{day(scene, due)}到期" + (f"，逾期{-left}个工作日" if left else "")
    if due == scene.today:
        return "今天到期"
    if left:
        return f"距{day(scene, due)}还有{left}个工作日"
    if scene.calendar.is_working(scene.today):
        return f"{day(scene, due)}到期，今天是最后一个工作日"
    return f"{day(scene, due)}到期，其间已无工作日"


def term(scene: Scene, window: str) -> str:
    """A window or the period in a sentence: 10月, 四季度; a whole year keeps its number."""
    return window_label(scene.period, window) or scene.period.label
