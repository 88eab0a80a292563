"""Clients, the people on both sides, and the pipeline."""

from transforms.tables.spec import Column, Kind, TableSpec

managers = TableSpec(
    "managers",
    "Relationship managers.",
    key=("manager_id",),
    columns=(
        Column("manager_id", Kind.TEXT, "key", required=True),
        Column("manager_name", Kind.TEXT, "as clients know them", required=True, personal=True),
        Column("email", Kind.TEXT, "work address", personal=True),
        Column("team", Kind.TEXT, "sales or account team"),
        Column("is_active", Kind.BOOLEAN, "still in the job"),
    ),
)

accounts = TableSpec(
    "accounts",
    "Billing accounts; the ultimate parent is the reporting client.",
    key=("account_id",),
    columns=(
        Column("account_id", Kind.TEXT, "key in the CRM", required=True),
        Column(
            "account_name",
            Kind.TEXT,
            "as printed on decks",
            required=True,
            client_readable=True,
            personal=True,
        ),
        Column("parent_account_id", Kind.TEXT, "the account above", references="accounts"),
        Column("manager_id", Kind.TEXT, "relationship manager", references="managers"),
        Column(
            "segment", Kind.TEXT, "kind of client", allowed=("personal", "business", "corporate")
        ),
        Column("tier", Kind.TEXT, "service tier, which sets the meeting plan"),
        Column("industry", Kind.TEXT, "as the CRM says"),
        Column("country", Kind.TEXT, "ISO 3166 alpha-2 code"),
        Column("locale", Kind.TEXT, "BCP-47 tag for words, numbers and dates"),
        Column("currency", Kind.CURRENCY, "the currency its figures are shown in"),
        Column("created_date", Kind.DATE, "first entered"),
        Column("is_prospect", Kind.BOOLEAN, "never bought yet"),
        Column("domain", Kind.TEXT, "of its web site and mail, as acme.com", personal=True),
        Column("tax_id", Kind.TEXT, "number that the tax office knows it by", personal=True),
        Column(
            "logo", Kind.TEXT, "name of the picture file of its logo, as acme.png", personal=True
        ),
    ),
)

contacts = TableSpec(
    "contacts",
    "People at the client.",
    key=("contact_id",),
    columns=(
        Column("contact_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("contact_name", Kind.TEXT, "full name", required=True, personal=True),
        Column("job_title", Kind.TEXT, "role at the client", personal=True),
        Column("email", Kind.TEXT, "address", personal=True),
        Column("is_active", Kind.BOOLEAN, "still there"),
    ),
)

leads = TableSpec(
    "leads",
    "Possible clients before they are accounts.",
    key=("lead_id",),
    columns=(
        Column("lead_id", Kind.TEXT, "key", required=True),
        Column("manager_id", Kind.TEXT, "who works it", references="managers"),
        Column("status", Kind.TEXT, "as the CRM says"),
        Column("created_date", Kind.DATE, "entered", required=True),
        Column("converted_date", Kind.DATE, "became a client"),
        Column("converted_account_id", Kind.TEXT, "the account it became", references="accounts"),
        Column("lead_source", Kind.TEXT, "where it came from", personal=True),
    ),
)

opportunities = TableSpec(
    "opportunities",
    "Deals.",
    key=("opportunity_id",),
    columns=(
        Column("opportunity_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id",
            Kind.TEXT,
            "the account; empty where it is not known",
            references="accounts",
        ),
        Column("manager_id", Kind.TEXT, "owner", references="managers"),
        Column("opportunity_name", Kind.TEXT, "title", personal=True),
        Column("stage", Kind.TEXT, "as the CRM says"),
        Column(
            "state", Kind.TEXT, "open, won or lost", required=True, allowed=("open", "won", "lost")
        ),
        Column("amount_minor", Kind.MONEY, "value", may_be_unknown=True),
        Column("currency", Kind.CURRENCY, "of the amount"),
        Column("probability", Kind.NUMBER, "0 to 1, of the stage", may_be_unknown=True),
        Column("created_date", Kind.DATE, "entered"),
        Column("close_date", Kind.DATE, "closed, or expected to"),
        Column(
            "deal_kind",
            Kind.TEXT,
            "new, renewal or extension",
            allowed=("new", "renewal", "extension"),
        ),
        Column("product_id", Kind.TEXT, "offered", references="products"),
    ),
    control_amount="amount_minor",
)

opportunity_versions = TableSpec(
    "opportunity_versions",
    "Deals as they were from one day to another: by the CRM's own history where it is mapped, else "
    "as successive deliveries showed them.",
    key=("opportunity_id", "valid_from"),
    columns=(
        *opportunities.columns,
        Column("valid_from", Kind.DATE, "first day on which it was so", required=True),
        Column("valid_until", Kind.DATE, "first day on which it was not; empty while it is"),
        Column("told_date", Kind.DATE, "day of the first export that shows it"),
        Column(
            "basis",
            Kind.TEXT,
            "who says when: the CRM's history (where empty too), or two deliveries that differ",
            allowed=("stated", "delivered"),
        ),
    ),
    control_amount="amount_minor",
)

contracts = TableSpec(
    "contracts",
    "Agreements; their end is the renewal date.",
    key=("contract_id",),
    columns=(
        Column("contract_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("status", Kind.TEXT, "as the CRM says"),
        Column("start_date", Kind.DATE, "first day", required=True),
        Column("end_date", Kind.DATE, "first day after it"),
        Column("notice_days", Kind.INTEGER, "days of notice before the end"),
        Column("is_auto_renewed", Kind.BOOLEAN, "renews unless cancelled"),
        Column("yearly_uplift", Kind.NUMBER, "rise of prices a year that it states, 0.03 for 3 %"),
        Column("uplift_index", Kind.TEXT, "index that its prices follow, as CPI"),
        Column("uplift_cap", Kind.NUMBER, "most that prices may rise a year, 0.05 for 5 %"),
    ),
)

price_steps = TableSpec(
    "price_steps",
    "Prices that a contract agrees for later (a ramp, by day) or for more units (a tier, by "
    "quantity).",
    key=("step_id",),
    columns=(
        Column("step_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("contract_id", Kind.TEXT, "the contract", references="contracts"),
        Column("product_id", Kind.TEXT, "what it is the price of", references="products"),
        Column("valid_from", Kind.DATE, "first day of the price; the contract's where empty"),
        Column("from_quantity", Kind.NUMBER, "units from which on all cost so; 1 where empty"),
        Column("unit_price_minor", Kind.MONEY, "net price of one unit a year", required=True),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
    ),
)

meetings = TableSpec(
    "meetings",
    "Meetings and calls with the client.",
    key=("meeting_id",),
    columns=(
        Column("meeting_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("starts_at", Kind.TIMESTAMP, "start", required=True),
        Column("subject", Kind.TEXT, "title", personal=True),
        Column(
            "is_held",
            Kind.BOOLEAN,
            "took place: no-shows and cancellations are false",
            required=True,
        ),
        Column("is_with_client", Kind.BOOLEAN, "somebody from the client took part", required=True),
        Column("is_review", Kind.BOOLEAN, "a business review"),
    ),
)
