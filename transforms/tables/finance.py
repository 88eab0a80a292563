"""What finance and sales keep themselves."""

from transforms.tables.spec import Column, Kind, TableSpec

costs = TableSpec(
    "costs",
    "Cost by account and month.",
    key=(
        "account_id",
        "month",
        "cost_kind",
    ),
    columns=(
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("month", Kind.DATE, "first day of the month", required=True),
        Column(
            "cost_kind",
            Kind.TEXT,
            "of sale or to serve",
            required=True,
            allowed=("cost_of_sales", "cost_to_serve"),
        ),
        Column("amount_minor", Kind.MONEY, "cost", required=True),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
        Column("fixed_share", Kind.NUMBER, "part that stays if the client leaves, 0 to 1"),
    ),
    control_amount="amount_minor",
)

fx_rates = TableSpec(
    "fx_rates",
    "Exchange rates: quote units for one base unit.",
    key=(
        "rate_date",
        "rate_kind",
        "base_currency",
        "quote_currency",
    ),
    columns=(
        Column("rate_date", Kind.DATE, "last day of the month it holds for", required=True),
        Column(
            "rate_kind",
            Kind.TEXT,
            "at month end or the month's average",
            required=True,
            allowed=("month_end", "average"),
        ),
        Column("base_currency", Kind.CURRENCY, "one unit of this", required=True),
        Column("quote_currency", Kind.CURRENCY, "is worth so many of this", required=True),
        Column("rate", Kind.DECIMAL, "exact decimal", required=True),
    ),
)

targets = TableSpec(
    "targets",
    "Targets by client, manager or team.",
    key=(
        "entity_type",
        "entity_id",
        "period",
        "metric",
    ),
    columns=(
        Column(
            "entity_type", Kind.TEXT, "whose", required=True, allowed=("client", "manager", "team")
        ),
        Column("entity_id", Kind.TEXT, "account, manager or team", required=True),
        Column("period", Kind.TEXT, "as 2026-Q3", required=True),
        Column("metric", Kind.TEXT, "a KPI's id", required=True),
        Column("target", Kind.NUMBER, "aimed at; money in major units", required=True),
        Column("currency", Kind.CURRENCY, "of a money target"),
        Column("planned_resources", Kind.TEXT, "what was planned for it", personal=True),
    ),
)

renewal_requests = TableSpec(
    "renewal_requests",
    "Discounts that clients ask for at renewal, with what is known of the deal.",
    key=("request_id",),
    columns=(
        Column("request_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("requested_date", Kind.DATE, "asked", required=True),
        Column(
            "requested_discount", Kind.NUMBER, "share of the current price, 0 to 1", required=True
        ),
        Column("price_minor", Kind.MONEY, "current net price a year"),
        Column("list_price_minor", Kind.MONEY, "list price a year"),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
        Column("reason_code", Kind.TEXT, "why they ask"),
        Column("competitor", Kind.TEXT, "named by the client", personal=True),
        Column("renewal_probability", Kind.NUMBER, "at the current price, 0 to 1"),
        Column("renewal_probability_discounted", Kind.NUMBER, "with the discount, 0 to 1"),
        Column("renewal_probability_term", Kind.NUMBER, "for a longer term, 0 to 1"),
        Column("term_years", Kind.INTEGER, "longer term on offer"),
        Column(
            "avoidable_cost_share", Kind.NUMBER, "part of cost that ends with the client, 0 to 1"
        ),
        Column("wallet_minor", Kind.MONEY, "what the client buys a year of our kind, from anybody"),
        Column(
            "concessions_minor",
            Kind.MONEY,
            "worth a year of what is asked beside the discount: free seats, services, terms",
        ),
        Column(
            "commission_share",
            Kind.NUMBER,
            "part of the agreed price that is paid to whoever sells it, 0 to 1",
        ),
        Column(
            "outcome",
            Kind.TEXT,
            "what became of the renewal; empty while it is open",
            allowed=("renewed", "lost"),
        ),
        Column("decided_date", Kind.DATE, "renewed or lost on"),
        Column(
            "granted_discount",
            Kind.NUMBER,
            "share of the price at that time that was granted, 0 to 1; empty where not known",
        ),
    ),
    control_amount="price_minor",
)

account_links = TableSpec(
    "account_links",
    "Which account a key of another system means. Of the system `accounts` they are former keys: "
    "accounts that were merged into another.",
    key=(
        "system",
        "external_id",
    ),
    columns=(
        Column(
            "system", Kind.TEXT, "stripe, zendesk, asana, … as mapping files name it", required=True
        ),
        Column("external_id", Kind.TEXT, "key there", required=True),
        Column("account_id", Kind.TEXT, "account in the CRM", required=True, references="accounts"),
    ),
)

external_accounts = TableSpec(
    "external_accounts",
    "Clients as another system describes them, to propose which account each is.",
    key=(
        "system",
        "external_id",
    ),
    columns=(
        Column("system", Kind.TEXT, "as in account_links", required=True),
        Column("external_id", Kind.TEXT, "key there", required=True),
        Column("external_name", Kind.TEXT, "name there", personal=True),
        Column("domain", Kind.TEXT, "of its web site or mail there", personal=True),
        Column("tax_id", Kind.TEXT, "number that the tax office knows it by", personal=True),
    ),
)
