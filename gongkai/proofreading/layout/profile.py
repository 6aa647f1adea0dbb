"""What an office asks of its documents; where it says nothing, GB/T 9704—2012 does."""

from dataclasses import dataclass

_FANG = (
    "仿宋_GB2312",
    "FangSong_GB2312",
    "仿宋",
    "FangSong",
    "方正仿宋_GBK",
    "方正仿宋简体",
    "方正仿宋_GB2312",
)
_FANG_OTHER = (
    "FZFangSong-Z02S",
    "FZFangSong-Z02",
    "华文仿宋",
    "STFangsong",
    "CESI仿宋-GB2312",
    "CESI仿宋-GB13000",
)
_KAI = (
    "楷体_GB2312",
    "KaiTi_GB2312",
    "楷体",
    "KaiTi",
    "方正楷体_GBK",
    "方正楷体简体",
    "华文楷体",
    "STKaiti",
    "CESI楷体-GB2312",
)
_HEI = ("黑体", "SimHei", "方正黑体_GBK", "方正黑体简体", "华文黑体", "STHeiti", "CESI黑体-GB2312")
_SONG = (
    "宋体",
    "SimSun",
    "新宋体",
    "NSimSun",
    "方正书宋_GBK",
    "方正书宋简体",
    "华文宋体",
    "STSong",
    "CESI宋体-GB2312",
)
_TITLE = (
    "方正小标宋简体", "方正小标宋_GBK", "方正小标宋", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "小标宋体",
    "CESI小标宋-GB2312", "小标宋", "文星标宋", "汉仪小标宋简", "创艺简标宋", "华文中宋", "STZhongsong",
)  # fmt: skip


@dataclass(frozen=True)
class LayoutProfile:
    """Accepted fonts by any of their names, sizes in points, lengths in millimetres, indents in characters.
    Clauses of the standard beside each value."""

    title_fonts: tuple[str, ...] = _TITLE  # 7.3.1: 小标宋体
    body_fonts: tuple[str, ...] = (*_FANG, *_FANG_OTHER)  # 5.2.2: 仿宋体
    first_heading_fonts: tuple[str, ...] = _HEI  # 7.3.3: first level 黑体
    second_heading_fonts: tuple[str, ...] = _KAI  # 7.3.3: second level 楷体
    annex_fonts: tuple[str, ...] = _HEI  # 7.3.7: 附件 and its number
    number_fonts: tuple[str, ...] = _SONG  # 7.5: page number
    title_size: float = 22.0  # 7.3.1: 二号
    body_size: float = 16.0  # 5.2.2: 三号
    small_size: float = 14.0  # 7.4, 7.5: 四号
    size_tolerance: float = 0.3
    width: float = 210.0  # 5.1: A4
    height: float = 297.0
    top: float = 37.0  # 5.2.1: ±1
    left: float = 28.0  # 5.2.1: ±1
    bottom: float = 35.0  # 5.2.1: type area 156 × 225
    right: float = 26.0
    page_tolerance: float = 1.0
    pitch: float = 28.95  # 5.2.3: 22 lines fill the type area
    pitch_tolerance: float = 1.1  # 28 to 30 pt are in use everywhere; 5.2.3 lets it be adjusted
    indent: float = 2.0  # 7.3.3
    indent_tolerance: float = 0.35
    number_form: str = "— 1 —"  # 7.5: a dash on either side
    long_table: int = 25
    """Rows that cannot stand on one page."""
