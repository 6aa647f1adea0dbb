"""What may go wrong through no fault of the program: every screen shows these as messages.

Anything else is a bug and keeps its traceback.
"""

from gongkai.actions.assess import AssessError
from gongkai.actions.ingest import IngestError
from gongkai.actions.issue import IssueError
from gongkai.actions.rectify import RectifyError
from gongkai.actions.register import RegisterError
from gongkai.actions.storing import FileRefused
from gongkai.actions.undo import UndoError
from gongkai.actions.waiving import WaiverError
from gongkai.assessment.result import AssessmentError
from gongkai.notice.template import TemplateError
from gongkai.office.files import PackError
from gongkai.records.offices import UnknownOfficeError
from gongkai.records.readers import NotAssessedError
from gongkai.records.snapshots import SnapshotError
from gongkai.sources.faults import FileFault
from gongkai.sources.registry import UnknownKind
from gongkai.terms import TermError
from gongkai.workflows.states import WrongMove

EXPECTED = (
    AssessError,
    AssessmentError,
    FileFault,
    FileRefused,
    IngestError,
    IssueError,
    NotAssessedError,
    PackError,
    RectifyError,
    RegisterError,
    SnapshotError,
    TemplateError,
    TermError,
    UndoError,
    UnknownKind,
    UnknownOfficeError,
    WaiverError,
    WrongMove,
)
