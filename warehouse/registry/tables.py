"""Tables of what becomes of published files: whose runs left which, who was told, who got them."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table

from warehouse.rows.column_types import TEXT, Instant
from warehouse.schema import METADATA

run_files = Table(
    "run_files",
    METADATA,
    # What a run leaves beside the artifacts: its manifest, the page of its validation.
    Column("run_id", ForeignKey("runs.run_id"), primary_key=True),
    Column("path", TEXT, primary_key=True),
    Column("sha256", TEXT, nullable=False),
    Column("size", BigInteger, nullable=False),
)

notices = Table(
    "notices",
    METADATA,
    # Each one tried to send: whom it was for, and why it failed where it did.
    Column("notice_id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("period", TEXT, nullable=False),
    Column("occasion", TEXT, nullable=False),
    Column("way", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    Index(None, "at"),
)

told_files = Table(
    "told_files",
    METADATA,
    # Published files that somebody was told of: nobody is told twice.
    Column("recipient", TEXT, primary_key=True),
    Column("path", TEXT, primary_key=True),
    Column("told_at", Instant, nullable=False),
)

delivered_files = Table(
    "delivered_files",
    METADATA,
    Column("target", TEXT, primary_key=True),
    Column("path", TEXT, primary_key=True),
    Column("sha256", TEXT, nullable=False),
    Column("delivered_at", Instant, nullable=False),
)

forgotten = Table(
    "forgotten",
    METADATA,
    # That somebody was forgotten, on whose order, and what it cost; not who.
    Column("forgotten_id", Integer, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("pseudonym", TEXT, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("files", TEXT, nullable=False),
)

run_marks = Table(
    "run_marks",
    METADATA,
    # Of runs that left nothing to try again: the fingerprint of all that their files come from.
    Column("run_id", ForeignKey("runs.run_id"), primary_key=True),
    Column("period", TEXT, nullable=False),
    Column("mark", TEXT, nullable=False),
    Index(None, "period"),
)

figure_marks = Table(
    "figure_marks",
    METADATA,
    # From what a client's figures were computed that are stored for a moment.
    Column("client_id", TEXT, primary_key=True),
    Column("scope", TEXT, primary_key=True),
    Column("known_at", Instant, nullable=False),
    Column("inputs", TEXT, nullable=False),
)

removed_files = Table(
    "removed_files",
    METADATA,
    # What retention let go: restoring does not miss it.
    Column("place", TEXT, primary_key=True),
    Column("path", TEXT, primary_key=True),
    Column("sha256", TEXT, primary_key=True),
    Column("removed_at", Instant, nullable=False),
)

run_steps = Table(
    "run_steps",
    METADATA,
    # What a run spent where, all parts of a step together.
    Column("run_id", ForeignKey("runs.run_id"), primary_key=True),
    Column("step", TEXT, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("wall_seconds", Float, nullable=False),
    Column("cpu_seconds", Float, nullable=False),
)
