"""Tickets, answers, use: how the client fares."""

from transforms.tables.spec import Column, Kind, TableSpec

tickets = TableSpec(
    "tickets",
    "Requests and incidents.",
    key=("ticket_id",),
    columns=(
        Column("ticket_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("subject", Kind.TEXT, "as filed", personal=True),
        Column(
            "priority",
            Kind.TEXT,
            "critical is P1, high is P2",
            allowed=("critical", "high", "normal", "low"),
        ),
        Column(
            "status",
            Kind.TEXT,
            "state at export",
            required=True,
            allowed=("open", "solved", "deleted"),
        ),
        Column("created_at", Kind.TIMESTAMP, "filed", required=True),
        Column("first_response_at", Kind.TIMESTAMP, "first public reply of an agent"),
        Column("solved_at", Kind.TIMESTAMP, "last solved"),
        Column(
            "first_response_minutes", Kind.NUMBER, "as exported, where the export gives a duration"
        ),
        Column("resolution_hours", Kind.NUMBER, "as exported, where the export gives a duration"),
        Column("is_complaint", Kind.BOOLEAN, "flagged as a complaint"),
        Column("category", Kind.TEXT, "theme", client_readable=True),
    ),
)

surveys = TableSpec(
    "surveys",
    "Answers of NPS and CSAT surveys; an unanswered one has no score.",
    key=("answer_id",),
    columns=(
        Column("answer_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column(
            "respondent_id",
            Kind.TEXT,
            "who answered; a person answers several times",
            personal=True,
        ),
        Column("survey_kind", Kind.TEXT, "nps or csat", required=True, allowed=("nps", "csat")),
        Column("score", Kind.NUMBER, "as given"),
        Column("is_positive", Kind.BOOLEAN, "counts as satisfied on its scale"),
        Column("answered_at", Kind.TIMESTAMP, "answered", required=True),
        Column("comment", Kind.TEXT, "free text", personal=True),
        Column("theme", Kind.TEXT, "what the comment is about", client_readable=True),
        Column("ticket_id", Kind.TEXT, "the ticket it judges", references="tickets"),
    ),
)

usage = TableSpec(
    "usage",
    "Product use by account and day or week.",
    key=("usage_id",),
    columns=(
        Column("usage_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("usage_date", Kind.DATE, "first day counted", required=True),
        Column("days", Kind.INTEGER, "days the row counts: 1 or 7", required=True),
        Column("events", Kind.NUMBER, "uses of the product in those days", required=True),
        Column("active_users", Kind.NUMBER, "people who used it"),
        Column("seats_paid", Kind.NUMBER, "people it is paid for"),
        Column("product_id", Kind.TEXT, "what was used", references="products"),
    ),
)

usage_parts = TableSpec(
    "usage_parts",
    "Product use by team or module. The rows split up what `usage` counts as a whole; they are "
    "never added to it.",
    key=("usage_part_id",),
    columns=(
        Column("usage_part_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("usage_date", Kind.DATE, "first day counted", required=True),
        Column("days", Kind.INTEGER, "days the row counts: 1 or 7", required=True),
        Column(
            "part_kind",
            Kind.TEXT,
            "team of the client, or module of the product",
            required=True,
            allowed=("team", "module"),
        ),
        Column(
            "part",
            Kind.TEXT,
            "name of the team or module",
            required=True,
            client_readable=True,
            personal=True,
        ),
        Column("events", Kind.NUMBER, "uses by or of the part in those days"),
        Column("active_users", Kind.NUMBER, "people of the team, or in the module, who used it"),
        Column("seats_paid", Kind.NUMBER, "people it is paid for"),
    ),
)
