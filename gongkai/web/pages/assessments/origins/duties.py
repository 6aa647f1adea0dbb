"""How much was due, and by which rule of the office."""

from gongkai.measures.figures import Figure
from gongkai.office.pack import Office
from gongkai.terms import Period


def due(office: Office, figure: Figure) -> str:
    """The sentence for a figure's target; "" where nothing is due."""
    if figure.target is None:
        return ""
    rules = office.rules
    match figure.measure:
        case "submissions.submitted" if rules.submissions:
            quota = rules.submissions.quota
            return f"每季度应报{quota}条，按期内月份折算，本期应报{figure.target}条"
        case "columns.window":
            return f"“{figure.item}”的更新频次为{_frequency(office, figure)}，{_window(figure)}至少应更新{figure.target}条"
        case "posts.original":
            return f"原创信息更新频次为{rules.posting}，本期应更新{figure.target}条"
    return f"应达到{figure.target}"


def _frequency(office: Office, figure: Figure) -> str:
    found = (
        duty.frequency
        for column in office.columns
        for duty in column.duties
        if column.name == figure.item and figure.unit in duty.units
    )
    return next(found, "登记的频次")


def _window(figure: Figure) -> str:
    return Period.parse(figure.window).label if figure.window else "本期"
