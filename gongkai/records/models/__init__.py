"""The tables, a file a family."""

from gongkai.records.models.account_cases import AccountCase, AccountCaseStep
from gongkai.records.models.assessments import Assessment
from gongkai.records.models.audit import AuditEntry, ChainCheck
from gongkai.records.models.batches import Batch, ReplacedFact
from gongkai.records.models.exemptions import ExemptionRequest
from gongkai.records.models.facts import (
    FACT_MODELS,
    Adjustment,
    Adoption,
    ColumnUpdate,
    FactModel,
    Message,
    Post,
    Submission,
    WorkOrder,
)
from gongkai.records.models.files import StoredFile
from gongkai.records.models.notices import Notice, Waiver
from gongkai.records.models.offices import (
    Account,
    Column,
    ColumnDuty,
    Exemption,
    Office,
    Outlet,
    Unit,
    UnitAlias,
)
from gongkai.records.models.people import Invitation, Membership, Person, SpentForm
from gongkai.records.models.proofreading import Dismissal
from gongkai.records.models.publications import AdjustmentEvidence, Confirmation, Objection, Publication
from gongkai.records.models.rectifications import Rectification, RectificationEvent
from gongkai.records.models.standings import Standing
from gongkai.records.models.uploads import RememberedMapping, Upload
from gongkai.records.models.versions import NoticeVersion, Receipt, ReturnedDocument, Review

__all__ = [
    "FACT_MODELS",
    "Account",
    "AccountCase",
    "AccountCaseStep",
    "Adjustment",
    "AdjustmentEvidence",
    "Adoption",
    "Assessment",
    "AuditEntry",
    "Batch",
    "ChainCheck",
    "Column",
    "ColumnDuty",
    "ColumnUpdate",
    "Confirmation",
    "Dismissal",
    "Exemption",
    "ExemptionRequest",
    "FactModel",
    "Invitation",
    "Membership",
    "Message",
    "Notice",
    "NoticeVersion",
    "Objection",
    "Office",
    "Outlet",
    "Person",
    "Post",
    "Publication",
    "Receipt",
    "Rectification",
    "RectificationEvent",
    "RememberedMapping",
    "ReplacedFact",
    "ReturnedDocument",
    "Review",
    "SpentForm",
    "Standing",
    "StoredFile",
    "Submission",
    "Unit",
    "UnitAlias",
    "Upload",
    "Waiver",
    "WorkOrder",
]
