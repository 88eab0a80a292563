"""What managers note of clients: risks they see coming."""

from transforms.tables.spec import Column, Kind, TableSpec

risk_notes = TableSpec(
    "risk_notes",
    "Risks that a manager has written down about a client.",
    key=("note_id",),
    columns=(
        Column("note_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("noted_date", Kind.DATE, "written down", required=True),
        Column(
            "risk_kind",
            Kind.TEXT,
            "what it is about",
            required=True,
            allowed=("competitor", "regulation", "people", "other"),
        ),
        Column("note", Kind.TEXT, "in the manager's words", required=True, personal=True),
        Column("subject", Kind.TEXT, "the competitor's or the rule's name", personal=True),
        Column("due_date", Kind.DATE, "when it takes effect, such as a rule's first day"),
        Column("closed_date", Kind.DATE, "no longer a risk"),
    ),
)
