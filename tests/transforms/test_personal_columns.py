"""Every free text of the canonical tables is marked as personal, or says why it is not."""

from transforms.tables import TABLES, Kind

NOT_PERSONAL = {
    "a name of goods or of a sum": {
        ("products", "product_name"),
        ("invoices", "invoice_number"),
        ("contracts", "uplift_index"),
        ("targets", "metric"),
    },
    "a word of a list that the CRM or the help desk keeps": {
        ("accounts", "tier"),
        ("accounts", "industry"),
        ("leads", "status"),
        ("opportunities", "stage"),
        ("opportunity_versions", "stage"),
        ("contracts", "status"),
        ("renewal_requests", "reason_code"),
        ("tickets", "category"),
        ("surveys", "theme"),
    },
    "a code of a standard, or a quarter": {
        ("accounts", "country"),
        ("accounts", "locale"),
        ("local_names", "language"),
        ("commitments", "quarter"),
        ("goals", "quarter"),
        ("manager_goals", "quarter"),
        ("partners", "quarter"),
        ("targets", "period"),
    },
    "a key by which rows of other tables are found, as a team is by its targets": {
        ("managers", "team"),
        ("manager_goals", "entity_id"),
        ("targets", "entity_id"),
        ("local_names", "named_id"),
        ("invoice_lines", "subscription_id"),
        ("account_links", "external_id"),
        ("external_accounts", "external_id"),
    },
}


def test_every_free_text_is_personal_or_says_why_not() -> None:
    said = set[tuple[str, str]]().union(*NOT_PERSONAL.values())
    free = {
        (name, column.name)
        for name, spec in TABLES.items()
        for column in spec.columns
        if column.kind is Kind.TEXT
        and not (column.allowed or column.references)
        and column.name != spec.key[0]
    }
    personal = {
        (name, column.name)
        for name, spec in TABLES.items()
        for column in spec.columns
        if column.personal
    }
    assert free - personal == said
