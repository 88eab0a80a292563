"""Those the company buys from or sells through."""

from transforms.tables.spec import Column, Kind, TableSpec

partners = TableSpec(
    "partners",
    "Business partners by quarter: what was bought from them, and how well they served.",
    key=("partner_id", "quarter"),
    columns=(
        Column("partner_id", Kind.TEXT, "key", required=True),
        Column("quarter", Kind.TEXT, "as 2026-Q3", required=True),
        Column("partner_name", Kind.TEXT, "name", required=True, personal=True),
        Column(
            "partner_kind",
            Kind.TEXT,
            "what they do for the company",
            required=True,
            allowed=("supplier", "reseller", "implementer"),
        ),
        Column("service", Kind.TEXT, "what is bought or sold", personal=True),
        Column("spend_minor", Kind.MONEY, "bought in the quarter, without taxes", required=True),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
        Column("service_target", Kind.NUMBER, "service level agreed, 0 to 1"),
        Column("service_reached", Kind.NUMBER, "service level reached, 0 to 1"),
        Column("incidents", Kind.INTEGER, "faults of theirs that clients felt"),
        Column("is_replaceable", Kind.BOOLEAN, "another could take over within a quarter"),
    ),
    control_amount="spend_minor",
)
