"""What was known when: canonical rows with history, KPI values, runs and published files.

The only room that knows SQLAlchemy. SQLite by default, PostgreSQL by URL; the same answers.
"""

from warehouse.errors import RunInProgressError
from warehouse.forgetting import ForgottenRecord
from warehouse.portal.records import ClientSummary
from warehouse.promotion import LoadRequest
from warehouse.registry.figure_marks import FigureMarks
from warehouse.registry.marks import LOOKED_BACK_AT
from warehouse.registry.records import (
    ArtifactRecord,
    DeliveredFile,
    ExportRecord,
    FetchedPage,
    FetchRecord,
    KnownKeys,
    LandedExport,
    LoadSummary,
    NoticeRecord,
    RemarkRecord,
    RunFile,
    RunRecord,
    RunState,
    StepRecord,
    Subject,
    SubjectKind,
    TableChange,
)
from warehouse.registry.removed import RemovedFile, RemovedFrom
from warehouse.staging.staging import Staging, open_staging
from warehouse.store import Warehouse, open_warehouse

__all__ = [
    "LOOKED_BACK_AT",
    "ArtifactRecord",
    "ClientSummary",
    "DeliveredFile",
    "ExportRecord",
    "FetchRecord",
    "FetchedPage",
    "FigureMarks",
    "ForgottenRecord",
    "KnownKeys",
    "LandedExport",
    "LoadRequest",
    "LoadSummary",
    "NoticeRecord",
    "RemarkRecord",
    "RemovedFile",
    "RemovedFrom",
    "RunFile",
    "RunInProgressError",
    "RunRecord",
    "RunState",
    "Staging",
    "StepRecord",
    "Subject",
    "SubjectKind",
    "TableChange",
    "Warehouse",
    "open_staging",
    "open_warehouse",
]
