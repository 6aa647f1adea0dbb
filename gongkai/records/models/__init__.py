"""The tables, a file a family."""

from gongkai.records.models.assessments import Assessment
from gongkai.records.models.audit import AuditEntry
from gongkai.records.models.batches import Batch, ReplacedFact
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

__all__ = [
    "FACT_MODELS",
    "Account",
    "Adjustment",
    "Adoption",
    "Assessment",
    "AuditEntry",
    "Batch",
    "Column",
    "ColumnDuty",
    "ColumnUpdate",
    "Exemption",
    "FactModel",
    "Message",
    "Notice",
    "Office",
    "Outlet",
    "Post",
    "ReplacedFact",
    "Submission",
    "Unit",
    "UnitAlias",
    "Waiver",
    "WorkOrder",
]
