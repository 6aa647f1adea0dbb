"""Draw the README's picture from the notices that `make run` left: python tests/golden/draw_picture.py out"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

PAGES = (("weibin-2021Q4", 0), ("weibin-2021Q4", 5), ("qianyang-2022Q2", 5))
HEIGHT, GAP, GREY = 560, 16, (225, 228, 232)
TARGET = Path(__file__).parents[2] / "docs/pictures/notice.png"


def draw(out: Path) -> None:
    """Three pages side by side on grey, small enough for git."""
    pages = [page(out / folder / "通报.pdf", number) for folder, number in PAGES]
    width = sum(picture.width for picture in pages) + GAP * (len(pages) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * GAP), GREY)
    left = GAP
    for picture in pages:
        sheet.paste(picture, (left, GAP))
        left += picture.width + GAP
    sheet.quantize(32).save(TARGET, optimize=True)


def page(path: Path, number: int) -> Image.Image:
    """One page of a PDF as a picture of the common height."""
    with pypdfium2.PdfDocument(path) as document:
        picture = document[number].render(scale=2).to_pil().convert("RGB")
        return picture.resize(
            (round(picture.width * HEIGHT / picture.height), HEIGHT), Image.Resampling.LANCZOS
        )


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
