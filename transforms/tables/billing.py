"""What clients are charged, and what they paid."""

from transforms.tables.spec import Column, Kind, TableSpec

products = TableSpec(
    "products",
    "The price list.",
    key=("product_id",),
    columns=(
        Column("product_id", Kind.TEXT, "key", required=True),
        Column("product_name", Kind.TEXT, "as sold", required=True, client_readable=True),
        Column("list_price_minor", Kind.MONEY, "list price of one unit a year"),
        Column("currency", Kind.CURRENCY, "of the list price"),
        Column("is_recurring", Kind.BOOLEAN, "sold as a subscription"),
    ),
)

local_names = TableSpec(
    "local_names",
    "Names of products and tasks in languages other than their own.",
    key=("named", "named_id", "language"),
    columns=(
        Column("named", Kind.TEXT, "what is named", required=True, allowed=("product", "task")),
        Column("named_id", Kind.TEXT, "key of the product or task", required=True),
        Column("language", Kind.TEXT, "language of the name, as es", required=True),
        Column(
            "local_name",
            Kind.TEXT,
            "what it is called in that language",
            required=True,
            client_readable=True,
            personal=True,
        ),
    ),
)

subscriptions = TableSpec(
    "subscriptions",
    "Recurring agreements. One account may hold several at once; they add up.",
    key=("subscription_id",),
    columns=(
        Column("subscription_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("product_id", Kind.TEXT, "what is subscribed", references="products"),
        Column(
            "status",
            Kind.TEXT,
            "state at export",
            required=True,
            allowed=(
                "active",
                "past_due",
                "trialing",
                "unpaid",
                "cancelled",
                "ended",
                "incomplete",
                "paused",
            ),
        ),
        Column("is_trial", Kind.BOOLEAN, "not paid yet", required=True),
        Column("is_metered", Kind.BOOLEAN, "billed by use: no recurring revenue"),
        Column("start_date", Kind.DATE, "first day of service", required=True),
        Column("added_date", Kind.DATE, "when it joined an agreement that had begun, if it did"),
        Column("end_date", Kind.DATE, "first day without service; empty while it runs"),
        Column("cancelled_date", Kind.DATE, "when the client cancelled"),
        Column("trial_start_date", Kind.DATE, "first day of a free trial; the start where empty"),
        Column("trial_end_date", Kind.DATE, "first day that is paid after a trial"),
        Column("quantity", Kind.NUMBER, "units or seats"),
        Column(
            "yearly_minor",
            Kind.MONEY,
            "recurring amount a year, ex tax, discounts taken off",
            required=True,
            may_be_unknown=True,
        ),
        Column("amount_since_date", Kind.DATE, "since when it is so much, where its row says"),
        Column("earlier_yearly_minor", Kind.MONEY, "the amount a year before that day"),
        Column("amount_until_date", Kind.DATE, "first day on which it will be another amount"),
        Column("later_yearly_minor", Kind.MONEY, "the amount a year from that day on"),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
    ),
    control_amount="yearly_minor",
)

subscription_versions = TableSpec(
    "subscription_versions",
    "Subscriptions as they were from one day to another: by a vendor's own history where it is "
    "mapped, else as successive deliveries showed them.",
    key=("subscription_id", "valid_from"),
    columns=(
        *subscriptions.columns,
        Column("valid_from", Kind.DATE, "first day on which it was so", required=True),
        Column("valid_until", Kind.DATE, "first day on which it was not; empty while it is"),
        Column(
            "basis",
            Kind.TEXT,
            "who says when: the vendor's history (where empty too), two deliveries that differ, or "
            "invoice lines",
            allowed=("stated", "delivered", "invoiced"),
        ),
    ),
    control_amount="yearly_minor",
)

invoices = TableSpec(
    "invoices",
    "Invoices and credit notes. A credit note's amounts are negative.",
    key=("invoice_id",),
    columns=(
        Column("invoice_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("invoice_number", Kind.TEXT, "as printed"),
        Column(
            "document_kind",
            Kind.TEXT,
            "invoice or credit note",
            required=True,
            allowed=("invoice", "credit_note"),
        ),
        Column(
            "status",
            Kind.TEXT,
            "state at export; issued where the export does not say whether it is paid",
            required=True,
            allowed=("draft", "issued", "open", "paid", "void", "uncollectible", "deleted"),
        ),
        Column("issue_date", Kind.DATE, "printed on it", required=True),
        Column("due_date", Kind.DATE, "to be paid by"),
        Column("paid_date", Kind.DATE, "settled in full, where the export says so"),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
        Column("net_minor", Kind.MONEY, "without tax", required=True),
        Column("tax_minor", Kind.MONEY, "tax"),
        Column("total_minor", Kind.MONEY, "with tax", required=True),
        Column("amount_due_minor", Kind.MONEY, "still open at export, where the export says so"),
        Column(
            "credited_invoice_id",
            Kind.TEXT,
            "the invoice a credit note takes back",
            references="invoices",
        ),
        Column("is_disputed", Kind.BOOLEAN, "the client contests it"),
        Column(
            "is_payment_told",
            Kind.BOOLEAN,
            "a payment of it is known, be it part of one that names no invoice",
        ),
    ),
    control_amount="total_minor",
)

invoice_lines = TableSpec(
    "invoice_lines",
    "Lines of invoices and credit notes. A credit line is negative.",
    key=("line_id",),
    columns=(
        Column("line_id", Kind.TEXT, "key", required=True),
        Column("invoice_id", Kind.TEXT, "the document", required=True, references="invoices"),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column("product_id", Kind.TEXT, "what was sold", references="products"),
        Column(
            "subscription_id",
            Kind.TEXT,
            "the subscription that it bills, where the export says so",
        ),
        Column("description", Kind.TEXT, "as printed", personal=True),
        Column("quantity", Kind.NUMBER, "units"),
        Column("net_minor", Kind.MONEY, "without tax", required=True),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
        Column("service_start", Kind.DATE, "first day the line pays for"),
        Column("service_end", Kind.DATE, "first day it no longer pays for"),
        Column("cost_minor", Kind.MONEY, "cost of what was sold, where the export says so"),
    ),
    control_amount="net_minor",
)

payments = TableSpec(
    "payments",
    "Money received and money returned. A refund is negative.",
    key=("payment_id",),
    columns=(
        Column("payment_id", Kind.TEXT, "key", required=True),
        Column(
            "account_id", Kind.TEXT, "the billing account", required=True, references="accounts"
        ),
        Column(
            "invoice_id", Kind.TEXT, "what it pays; empty where unapplied", references="invoices"
        ),
        Column(
            "payment_kind",
            Kind.TEXT,
            "payment or refund",
            required=True,
            allowed=("payment", "refund"),
        ),
        Column(
            "status",
            Kind.TEXT,
            "only succeeded ones moved money",
            required=True,
            allowed=("succeeded", "pending", "failed"),
        ),
        Column("paid_date", Kind.DATE, "value date", required=True),
        Column("amount_minor", Kind.MONEY, "tax included", required=True),
        Column("currency", Kind.CURRENCY, "ISO 4217 code of the row's money", required=True),
    ),
    control_amount="amount_minor",
)
