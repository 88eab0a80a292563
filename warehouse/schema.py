"""Every table of the warehouse. The canonical ones are generated from the table specs."""

from collections.abc import Iterable, Mapping

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
)

from transforms.core.canonical import CONTROL_DTYPES, QUARANTINE_DTYPES
from transforms.metrics.kpi import KPI_DTYPES
from transforms.tables import CHANGED_AT, LINEAGE, TABLES, TableSpec
from warehouse.rows.column_types import DTYPE_TYPES, ROW_ID, TEXT, TYPES, Instant

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

RESULT_DTYPES: dict[str, str] = {
    "rule": "str",
    "table_name": "str",
    "column_name": "str",
    "severity": "str",
    "checked": "Int64",
    "failed": "Int64",
}
"""Columns of the frame of validation results."""

KPI_KEY = ("entity_type", "entity_id", "kpi", "period", "known_at", "version", "currency")


def spec_columns(spec: TableSpec) -> list[Column]:
    """Own columns and lineage. Only lineage must be there: what a row may lack is told by rules."""
    required = {column.name for column in LINEAGE}
    return [
        Column(column.name, TYPES[column.kind], nullable=column.name not in required)
        for column in spec.all_columns
    ]


def _canonical_table(spec: TableSpec) -> Table:
    """One row a version of a canonical row.

    It holds from load `first_load_id` until load `superseded_load_id`; neither is a foreign
    key, because checking one costs more than the row itself in a bulk load.
    """
    name = f"canonical_{spec.name}"
    indexes = [Index(None, "account_id")] if spec.has_account else []
    return Table(
        name,
        METADATA,
        # Numbered by the load: a sequence of the database would take a sixth of its time.
        Column("row_id", ROW_ID, primary_key=True, autoincrement=False),
        *spec_columns(spec),
        Column("row_hash", LargeBinary(16), nullable=False),
        Column("first_load_id", Integer, nullable=False),
        Column("superseded_load_id", Integer),
        # When the row was last changed, where its export says so: not content.
        Column(CHANGED_AT, Instant),
        *indexes,
    )


def _dtype_columns(dtypes: Mapping[str, str], required: Iterable[str] = ()) -> list[Column]:
    needed = set(required)
    return [
        Column(name, DTYPE_TYPES[dtype], nullable=name not in needed)
        for name, dtype in dtypes.items()
    ]


def _load_column(*, primary_key: bool = False) -> Column:
    return Column("load_id", ForeignKey("loads.load_id"), primary_key=primary_key, nullable=False)


def _told_table(name: str, dtypes: Mapping[str, str], *more: Column | Index) -> Table:
    """What a load told about its rows, kept as it was told."""
    return Table(
        name,
        METADATA,
        Column("row_id", ROW_ID, primary_key=True),
        _load_column(),
        *_dtype_columns(dtypes),
        *more,
        Index(None, "load_id"),
    )


CANONICAL: dict[str, Table] = {name: _canonical_table(spec) for name, spec in TABLES.items()}
"""By canonical table name; in the database the name has the prefix `canonical_`."""

loads = Table(
    "loads",
    METADATA,
    Column("load_id", Integer, primary_key=True),
    Column("landed_at", Instant, nullable=False),
    Column("loaded_at", Instant, nullable=False),
    Index(None, "landed_at"),
)

load_files = Table(
    "load_files",
    METADATA,
    _load_column(primary_key=True),
    Column("source", TEXT, primary_key=True),
    Column("source_file", TEXT, primary_key=True),
    Column("sha256", TEXT, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("archive_path", TEXT, nullable=False),
    Column("reading", TEXT, nullable=False),
)

load_sources = Table(
    "load_sources",
    METADATA,
    _load_column(primary_key=True),
    Column("source", TEXT, primary_key=True),
    # A source that was stopped is told about and leaves the rows of its last load in place.
    Column("is_loaded", Boolean, nullable=False),
)

load_feeds = Table(
    "load_feeds",
    METADATA,
    _load_column(primary_key=True),
    Column("source", TEXT, primary_key=True),
    Column("table_name", TEXT, primary_key=True),
    Column("inserted", BigInteger, nullable=False),
    Column("superseded", BigInteger, nullable=False),
    Column("unchanged", BigInteger, nullable=False),
)

quarantine = _told_table(
    "quarantine",
    QUARANTINE_DTYPES,
    # The load since which it holds no more: a whole delivery, or one that names the row.
    Column("settled_load_id", Integer),
    Index(None, "settled_load_id"),
)
controls = _told_table("controls", CONTROL_DTYPES)
validation_results = _told_table("validation_results", RESULT_DTYPES)

held_accounts = Table(
    "held_accounts",
    METADATA,
    _load_column(primary_key=True),
    Column("account_id", TEXT, primary_key=True),
    Column("reason", TEXT, primary_key=True),
    Column("source", TEXT, primary_key=True),
)


def kpi_columns() -> list[Column]:
    """One KPI value and the moment it was computed for."""
    return [
        Column("known_at", Instant, primary_key=True),
        *(
            Column(name, DTYPE_TYPES[dtype], primary_key=name in KPI_KEY, autoincrement=False)
            for name, dtype in KPI_DTYPES.items()
        ),
    ]


kpi_values = Table(
    "kpi_values", METADATA, *kpi_columns(), Index(None, "entity_type", "entity_id", "kpi")
)

runs = Table(
    "runs",
    METADATA,
    Column("run_id", TEXT, primary_key=True),
    Column("period", TEXT, nullable=False),
    Column("known_at", Instant, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("state", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    # Which one of all it was: clocks are set back.
    Column("number", Integer, nullable=False, server_default="0"),
    Index(None, "period"),
)

DECISION_NOTES = ("conditions", "valid_until", "comment")
decisions = Table(
    "decisions",
    METADATA,
    Column("decision_id", Integer, primary_key=True),
    Column("client_id", TEXT, nullable=False),
    Column("renewal_date", Date, nullable=False),
    Column("edition_id", TEXT, nullable=False),
    Column("inputs", TEXT, nullable=False),
    Column("decision", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("requested_by", TEXT, nullable=False),
    Column("decided_by", TEXT, nullable=False),
    Column("signed_by", TEXT, nullable=False),
    Column("signed_on", TEXT, nullable=False),
    Column("imported_by", TEXT, nullable=False),
    Column("imported_at", Instant, nullable=False),
    Column("sha256", TEXT, nullable=False),
    *(Column(name, TEXT, nullable=False, server_default="") for name in DECISION_NOTES),
    Index(None, "client_id"),
)

approval_requests = Table(
    "approval_requests",
    METADATA,
    Column("decision_id", ForeignKey("decisions.decision_id"), primary_key=True),
    Column("offer", TEXT, nullable=False),
    Column("discount", Float),
    Column("term_years", Integer),
    Column("margin", Float),
    Column("currency", TEXT, nullable=False),
    Column("price_minor", BigInteger),
    Column("tier", Integer),
    Column("approver", TEXT, nullable=False),
    Column("joins_finance", Boolean, nullable=False),
)

signatures = Table(
    "signatures",
    METADATA,
    Column("signature_id", Integer, primary_key=True),
    Column("decision_id", ForeignKey("decisions.decision_id"), nullable=False),
    Column("level", TEXT, nullable=False),
    Column("is_approved", Boolean, nullable=False),
    Column("comment", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("email", TEXT, nullable=False),
    Column("signed_at", Instant, nullable=False),
    Index(None, "decision_id"),
)

# Nothing that people said is changed or removed: what they took back is listed here.
withdrawals = Table(
    "withdrawals",
    METADATA,
    Column("record_kind", TEXT, primary_key=True),
    Column("record_id", Integer, primary_key=True, autoincrement=False),
    Column("withdrawn_by", TEXT, nullable=False),
    Column("withdrawn_at", Instant, nullable=False),
)

remarks = Table(
    "remarks",
    METADATA,
    Column("remark_id", Integer, primary_key=True),
    Column("client_id", TEXT, nullable=False),
    Column("period", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("place", TEXT, nullable=False),
    Column("text", TEXT, nullable=False),
    Column("edition_id", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("imported_by", TEXT, nullable=False),
    Column("imported_at", Instant, nullable=False),
    Index(None, "period", "client_id"),
)

artifacts = Table(
    "artifacts",
    METADATA,
    Column("artifact_id", Integer, primary_key=True),
    Column("run_id", ForeignKey("runs.run_id"), nullable=False),
    Column("subject_kind", TEXT, nullable=False),
    Column("subject_id", TEXT, nullable=False),
    Column("period", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("language", TEXT, nullable=False),
    Column("version", Integer, nullable=False),
    Column("path", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("edition_id", TEXT, nullable=False),
    Column("dropped", TEXT, nullable=False),
    Column("renewal_line", TEXT, nullable=False),
    UniqueConstraint(
        *("period", "subject_kind", "subject_id", "kind", "language", "version"),
        name="uq_artifacts_version",
    ),
    Index(None, "edition_id", "kind"),
    Index(None, "subject_id"),
)

client_summaries = Table(
    "client_summaries",
    METADATA,
    Column("period", TEXT, primary_key=True),
    Column("client_id", TEXT, primary_key=True),
    Column("client_name", TEXT, nullable=False),
    Column("manager_name", TEXT, nullable=False),
    Column("manager_email", TEXT, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("renewal_day", Date),
    Column("renewal_basis", TEXT, nullable=False),
    Column("notice_day", Date),
    Column("points", Float),
    Column("standing", TEXT, nullable=False),
    Column("signals", TEXT, nullable=False),
    Column("held", TEXT, nullable=False),
    Column("known_at", Instant, nullable=False),
    Column("edition_id", TEXT, nullable=False),
    Index(None, "client_id"),
    Index(None, "manager_email"),
    Index(None, "manager_name"),
)

portal_people = Table(
    "portal_people",
    METADATA,
    Column("email", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("roles", TEXT, nullable=False),
    Column("language", TEXT, nullable=False),
    Column("password_hash", TEXT, nullable=False),
    Column("is_disabled", Boolean, nullable=False),
)

portal_sessions = Table(
    "portal_sessions",
    METADATA,
    # The token itself is in the reader's cookie alone.
    Column("token_hash", TEXT, primary_key=True),
    Column("email", ForeignKey("portal_people.email"), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("ends_at", Instant, nullable=False),
)

# Files that people handed in: judged before anything of them is stored elsewhere.
portal_uploads = Table(
    "portal_uploads",
    METADATA,
    Column("upload_id", TEXT, primary_key=True),
    Column("email", ForeignKey("portal_people.email"), nullable=False),
    Column("name", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("uploaded_at", Instant, nullable=False),
)

portal_audit = Table(
    "portal_audit",
    METADATA,
    Column("entry_id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("address", TEXT, nullable=False),
    Column("action", TEXT, nullable=False),
    Column("is_allowed", Boolean, nullable=False),
    Column("subject_kind", TEXT, nullable=False),
    Column("subject_id", TEXT, nullable=False),
    Column("what", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("previous", TEXT, nullable=False),
    Column("chain", TEXT, nullable=False),
    Index(None, "who", "action", "at"),
    Index(None, "subject_id"),
    Index(None, "address"),
)

fetches = Table(
    "fetches",
    METADATA,
    Column("fetch_id", Integer, primary_key=True),
    Column("system", TEXT, nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("ended_at", Instant, nullable=False),
    # Empty where it is whole.
    Column("why", TEXT, nullable=False),
    Column("delivered_at", Instant),
    Column("records", BigInteger, nullable=False),
    Column("pages", TEXT, nullable=False),
    Index(None, "system", "fetch_id"),
)
