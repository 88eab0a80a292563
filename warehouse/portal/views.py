"""The views that the portal reads: what was published, and of whom, without any canonical row."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Integer,
    MetaData,
    Table,
)

from warehouse.rows.column_types import TEXT, Instant

VIEWS = MetaData()
"""Made by a migration; never created from here."""

portal_clients = Table(
    "portal_clients",
    VIEWS,
    *(Column(name, TEXT) for name in ("period", "client_id", "client_name")),
    *(Column(name, TEXT) for name in ("manager_name", "manager_email")),
    Column("is_active", Boolean),
    Column("renewal_day", Date),
    Column("renewal_basis", TEXT),
    Column("notice_day", Date),
    Column("points", Float),
    *(Column(name, TEXT) for name in ("standing", "signals", "held")),
    Column("known_at", Instant),
    Column("edition_id", TEXT),
)
"""Each client as its newest run saw it."""

portal_files = Table(
    "portal_files",
    VIEWS,
    Column("artifact_id", Integer),
    *(Column(name, TEXT) for name in ("subject_kind", "subject_id", "period", "kind")),
    Column("language", TEXT),
    Column("version", Integer),
    Column("path", TEXT),
    Column("sha256", TEXT),
    Column("size", BigInteger),
    Column("published_at", Instant),
)
"""Published files, and when the run that made each began."""

portal_renewals = Table(
    "portal_renewals",
    VIEWS,
    Column("artifact_id", Integer),
    *(Column(name, TEXT) for name in ("client_id", "renewal_line")),
)
"""What each renewal workbook says in one line, as JSON."""

portal_figures = Table(
    "portal_figures",
    VIEWS,
    *(Column(name, TEXT) for name in ("client_id", "period", "kpi", "unit", "currency")),
    Column("value", Float),
    Column("value_minor", BigInteger),
    *(Column(name, TEXT) for name in ("reason", "note")),
    Column("known_at", Instant),
)
"""Clients' figures by what was known last, by the newest definition."""

portal_totals = Table(
    "portal_totals",
    VIEWS,
    *(Column(name, TEXT) for name in ("period", "kpi", "unit", "currency")),
    Column("value", Float),
    Column("value_minor", BigInteger),
    *(Column(name, TEXT) for name in ("reason", "note")),
    Column("known_at", Instant),
)
"""Figures of all clients together, as `portal_figures`."""

portal_runs = Table(
    "portal_runs",
    VIEWS,
    *(Column(name, TEXT) for name in ("run_id", "period", "state", "why")),
    *(Column(name, Instant) for name in ("known_at", "started_at", "finished_at")),
    Column("number", Integer),
)
"""By `number` in the order in which they began."""

portal_restated = Table(
    "portal_restated",
    VIEWS,
    *(Column(name, TEXT) for name in ("client_id", "period", "kpi", "unit")),
    *(Column(name, TEXT) for name in ("currency", "reason", "note")),
    Column("value", Float),
    Column("value_minor", BigInteger),
    Column("known_at", Instant),
    *(Column(name, TEXT) for name in ("old_currency", "old_reason")),
    Column("old_value", Float),
    Column("old_value_minor", BigInteger),
)
"""Clients' figures that read otherwise than they did at the moment before."""

portal_quarantine = Table(
    "portal_quarantine",
    VIEWS,
    *(Column(name, TEXT) for name in ("source", "source_file")),
    Column("source_line", Integer),
    *(Column(name, TEXT) for name in ("table_name", "column_name", "rule", "severity")),
    Column("landed_at", Instant),
)
"""Faults of each source's newest load, without what the rows say."""

portal_run_files = Table(
    "portal_run_files",
    VIEWS,
    *(Column(name, TEXT) for name in ("run_id", "path", "sha256")),
    Column("size", BigInteger),
)

portal_exports = Table(
    "portal_exports",
    VIEWS,
    *(Column(name, TEXT) for name in ("source", "source_file")),
    Column("landed_at", Instant),
)
"""The files of each source's newest load."""

portal_fetches = Table(
    "portal_fetches",
    VIEWS,
    Column("fetch_id", Integer),
    Column("system", TEXT),
    *(Column(name, Instant) for name in ("started_at", "ended_at")),
    Column("why", TEXT),
    Column("delivered_at", Instant),
    Column("records", BigInteger),
)
"""Each try to bring a system's answers, without what was asked."""
