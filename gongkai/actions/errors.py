"""What may go wrong through no fault of the program: every screen shows these as messages.

Anything else is a bug and keeps its traceback.
"""

from gongkai.actions.assess import AssessError
from gongkai.actions.back_up import BackUpError
from gongkai.actions.dismissing import DismissalError
from gongkai.actions.drafting import DraftError
from gongkai.actions.ingest import IngestError
from gongkai.actions.object import ObjectionError
from gongkai.actions.people_guard import PeopleError
from gongkai.actions.proofreading import TextRefused
from gongkai.actions.publish import PublishError
from gongkai.actions.receive import ReceiptError
from gongkai.actions.rectify import RectifyError
from gongkai.actions.register import RegisterError
from gongkai.actions.returning import ReturnError
from gongkai.actions.review import ReviewError
from gongkai.actions.scheme import SchemeError
from gongkai.actions.storing import FileRefused
from gongkai.actions.undo import UndoError
from gongkai.actions.unpacking import PackRefused
from gongkai.actions.upload_steps import UploadError
from gongkai.actions.waiving import WaiverError
from gongkai.actions.worded import IssueError
from gongkai.assessment.result import AssessmentError
from gongkai.notice.returned import ReturnedError
from gongkai.notice.template import TemplateError
from gongkai.office.files import PackError
from gongkai.records.offices import UnknownOfficeError
from gongkai.records.readers import NotAssessedError
from gongkai.records.snapshots import SnapshotError
from gongkai.sources.documents.faults import DocumentError
from gongkai.sources.faults import FileFault
from gongkai.sources.registry import UnknownKind
from gongkai.terms import TermError
from gongkai.workflows.states import WrongMove

EXPECTED = (
    AssessError,
    AssessmentError,
    BackUpError,
    DismissalError,
    DocumentError,
    DraftError,
    FileFault,
    FileRefused,
    IngestError,
    IssueError,
    NotAssessedError,
    ObjectionError,
    PackError,
    PackRefused,
    PeopleError,
    PublishError,
    ReceiptError,
    RectifyError,
    RegisterError,
    SchemeError,
    ReturnError,
    ReturnedError,
    ReviewError,
    SnapshotError,
    TemplateError,
    TermError,
    TextRefused,
    UndoError,
    UnknownKind,
    UnknownOfficeError,
    UploadError,
    WaiverError,
    WrongMove,
)
