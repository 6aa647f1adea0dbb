"""What a browser calls itself, in a word that a person knows."""

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "火狐"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "安卓"),
    ("iPhone", "iPhone"),
    ("Mac OS", "macOS"),
    ("UOS", "统信 UOS"),
    ("Kylin", "麒麟"),
    ("Linux", "Linux"),
)
LONGEST = 40


def named(agent: str) -> str:
    """Edge，Windows; what is not known is shown as it is, cut short."""
    names = [next((name for part, name in known if part in agent), "") for known in (BROWSERS, SYSTEMS)]
    return "，".join(filter(None, names)) or agent[:LONGEST] or "未知"
