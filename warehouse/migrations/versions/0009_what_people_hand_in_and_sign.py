"""What people hand in at the portal, sign and take back."""

import sqlalchemy as sa
from alembic import op

from warehouse.rows.column_types import TEXT, Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _withdrawals()
    _approval_requests()
    _portal_uploads()
    _signatures()


def _withdrawals() -> None:
    op.create_table(
        "withdrawals",
        sa.Column("record_kind", TEXT, nullable=False),
        sa.Column("record_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("withdrawn_by", TEXT, nullable=False),
        sa.Column("withdrawn_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("record_kind", "record_id", name=op.f("pk_withdrawals")),
    )


def _approval_requests() -> None:
    op.create_table(
        "approval_requests",
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("offer", TEXT, nullable=False),
        sa.Column("discount", sa.Float(), nullable=True),
        sa.Column("term_years", sa.Integer(), nullable=True),
        sa.Column("margin", sa.Float(), nullable=True),
        sa.Column("currency", TEXT, nullable=False),
        sa.Column("price_minor", sa.BigInteger(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=True),
        sa.Column("approver", TEXT, nullable=False),
        sa.Column("joins_finance", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decisions.decision_id"],
            name=op.f("fk_approval_requests_decision_id"),
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_approval_requests")),
    )


def _portal_uploads() -> None:
    op.create_table(
        "portal_uploads",
        sa.Column("upload_id", TEXT, nullable=False),
        sa.Column("email", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("sha256", TEXT, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("uploaded_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["email"], ["portal_people.email"], name=op.f("fk_portal_uploads_email")
        ),
        sa.PrimaryKeyConstraint("upload_id", name=op.f("pk_portal_uploads")),
    )


def _signatures() -> None:
    op.create_table(
        "signatures",
        sa.Column("signature_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.Column("level", TEXT, nullable=False),
        sa.Column("is_approved", sa.Boolean(), nullable=False),
        sa.Column("comment", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("email", TEXT, nullable=False),
        sa.Column("signed_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.decision_id"], name=op.f("fk_signatures_decision_id")
        ),
        sa.PrimaryKeyConstraint("signature_id", name=op.f("pk_signatures")),
    )
    op.create_index(op.f("ix_signatures_decision_id"), "signatures", ["decision_id"], unique=False)
