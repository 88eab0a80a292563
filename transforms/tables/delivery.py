"""Projects and promises."""

from transforms.tables.spec import Column, Kind, TableSpec

tasks = TableSpec(
    "tasks",
    "Tasks and milestones of client projects.",
    key=("task_id",),
    columns=(
        Column("task_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("task_name", Kind.TEXT, "title", required=True, client_readable=True, personal=True),
        Column("project", Kind.TEXT, "project", client_readable=True, personal=True),
        Column("is_milestone", Kind.BOOLEAN, "shown by name on the deck"),
        Column("assignee", Kind.TEXT, "who does it", personal=True),
        Column("due_date", Kind.DATE, "promised for"),
        Column("completed_date", Kind.DATE, "done"),
        Column("created_date", Kind.DATE, "entered"),
        Column(
            "blocked_by", Kind.TEXT, "the team it waits for", client_readable=True, personal=True
        ),
        Column(
            "category",
            Kind.TEXT,
            "kind of work",
            allowed=("delivery", "training", "maintenance", "other"),
        ),
    ),
)

commitments = TableSpec(
    "commitments",
    "What was promised at the last review, and what became of it.",
    key=("commitment_id",),
    columns=(
        Column("commitment_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column(
            "quarter",
            Kind.TEXT,
            "quarter it is due in, as 2026-Q3",
            required=True,
            client_readable=True,
        ),
        Column(
            "commitment",
            Kind.TEXT,
            "the promise",
            required=True,
            client_readable=True,
            personal=True,
        ),
        Column("owner", Kind.TEXT, "person or team", client_readable=True, personal=True),
        Column("owner_side", Kind.TEXT, "ours or the client's", allowed=("us", "client")),
        Column("due_date", Kind.DATE, "promised for"),
        Column(
            "state",
            Kind.TEXT,
            "how it stands",
            required=True,
            allowed=("done", "open", "moved", "dropped"),
        ),
        Column("measure", Kind.TEXT, "how it is judged", client_readable=True, personal=True),
        Column(
            "cause",
            Kind.TEXT,
            "why it was missed, as recorded",
            client_readable=True,
            personal=True,
        ),
        Column(
            "action",
            Kind.TEXT,
            "what was done about it, as recorded",
            client_readable=True,
            personal=True,
        ),
    ),
)

goals = TableSpec(
    "goals",
    "The client's own goals.",
    key=("goal_id",),
    columns=(
        Column("goal_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("quarter", Kind.TEXT, "as 2026-Q3", required=True, client_readable=True),
        Column(
            "goal",
            Kind.TEXT,
            "in the client's words",
            required=True,
            client_readable=True,
            personal=True,
        ),
        Column(
            "unit",
            Kind.TEXT,
            "percent, count, hours or money",
            allowed=("percent", "count", "hours", "money", "days"),
        ),
        Column("target", Kind.NUMBER, "aimed at", required=True),
        Column("actual", Kind.NUMBER, "reached; empty where not measured"),
        Column(
            "direction", Kind.TEXT, "whether more is better", required=True, allowed=("up", "down")
        ),
        Column("worth_hours", Kind.NUMBER, "hours that it saved the client in the quarter"),
        Column("worth_minor", Kind.MONEY, "what it brought the client in the quarter"),
        Column("currency", Kind.CURRENCY, "of its worth"),
        Column(
            "worth_confirmed_by",
            Kind.TEXT,
            "who at the client confirmed its worth; empty while nobody has",
            personal=True,
        ),
    ),
)
