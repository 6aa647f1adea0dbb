"""The same plan gives the same bytes: dates and names come from the plan, never from a clock."""

from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document

from gongkai.notice.plan import Plan
from gongkai.notice.typesetting import printable

_LONGEST_PROPERTY = 255  # python-docx refuses longer ones


def constant_bytes(document: Document, plan: Plan) -> bytes:
    """Save with the plan's title, issuer and date as properties and as the time of every member."""
    made = datetime.combine(plan.issued_on, time(), UTC)
    properties = document.core_properties
    properties.title = printable(plan.title).replace("\n", "")[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = printable(plan.issuer)[:_LONGEST_PROPERTY]
    properties.created = properties.modified = made
    properties.language, properties.comments, properties.keywords = "zh-CN", "", ""
    properties.revision = 1
    saved = BytesIO()
    document.save(saved)
    return _redated(saved.getvalue(), made)


def _redated(content: bytes, made: datetime) -> bytes:
    out = BytesIO()
    moment = max(made.timetuple()[:6], (1980, 1, 1, 0, 0, 0))  # a zip file knows no earlier date
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name, date_time=moment)
            member.compress_type = ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return out.getvalue()
