"""What managers and teams set out to do."""

from transforms.tables.spec import Column, Kind, TableSpec

manager_goals = TableSpec(
    "manager_goals",
    "Goals of managers and teams, each with a measure and a day.",
    key=("goal_id",),
    columns=(
        Column("goal_id", Kind.TEXT, "key", required=True),
        Column("entity_type", Kind.TEXT, "whose", required=True, allowed=("manager", "team")),
        Column("entity_id", Kind.TEXT, "manager or team", required=True),
        Column("quarter", Kind.TEXT, "as 2026-Q3", required=True),
        Column("goal", Kind.TEXT, "what is to be reached", required=True, personal=True),
        Column(
            "unit",
            Kind.TEXT,
            "percent, count, hours, days or money",
            allowed=("percent", "count", "hours", "money", "days"),
        ),
        Column("start", Kind.NUMBER, "where it stood when it was set"),
        Column("target", Kind.NUMBER, "aimed at", required=True),
        Column("actual", Kind.NUMBER, "reached so far; empty where not measured"),
        Column("due_date", Kind.DATE, "to be reached by"),
    ),
)
