"""What a test client bought, was billed, costs and asks for."""

from datetime import date, timedelta

from client_spec import Client, Rows, first_month

from transforms.core.periods import Period


def subscriptions(client: Client) -> Rows:
    """One from the first month on; further ones, half as dear, each a month later."""
    scale = 1 if client.currency == "JPY" else 100
    return [
        {
            "subscription_id": f"s{place + 1}",
            "account_id": "a1",
            "product_id": f"p{place % len(client.products)}",
            "status": "active",
            "is_trial": False,
            "is_metered": False,
            "start_date": first_month(client).shift(place).start,
            "quantity": 60,
            "yearly_minor": client.invoice_major * scale * 12 // (2 if place else 1),
            "currency": client.currency,
        }
        for place in range(client.subscriptions)
    ] + [_moved(client, place, fee) for place, fee in enumerate(client.movements)]


def _moved(client: Client, place: int, fee: int) -> dict[str, object]:
    """A subscription that begins, or ends, within the quarter."""
    scale = 1 if client.currency == "JPY" else 100
    return {
        "subscription_id": f"v{place}",
        "account_id": "a1",
        "product_id": "p0",
        "status": "active",
        "is_trial": False,
        "is_metered": False,
        "start_date": date(2026, 8, 10) if fee > 0 else first_month(client).start,
        "end_date": None if fee > 0 else date(2026, 9, 10),
        "quantity": 5,
        "yearly_minor": abs(fee) * scale * 12,
        "currency": client.currency,
    }


def contracts(client: Client) -> Rows:
    del client
    return [
        {
            "contract_id": "k1",
            "account_id": "a1",
            "status": "Activated",
            "start_date": date(2025, 1, 1),
            "end_date": date(2027, 1, 1),
            "notice_days": 60,
            "is_auto_renewed": False,
        }
    ]


def _minor(client: Client, month: int, product: int) -> int:
    """Falls from product to product, rises by half a per cent a month."""
    scale = 1 if client.currency == "JPY" else 100
    base = client.invoice_major * scale * (1000 + 5 * month) // 1000
    return base // (product + 1)


def _documents(client: Client) -> list[tuple[str, str, Period, int]]:
    months = [first_month(client).shift(step) for step in range(client.months)]
    return [
        (f"i{account}-{place}", account, month, place)
        for place, month in enumerate(months)
        for account in client.accounts
    ]


def invoices(client: Client) -> Rows:
    rows: Rows = []
    for invoice, account, month, place in _documents(client):
        net = sum(_minor(client, place, product) for product in range(len(client.products)))
        rows.append(
            {
                "invoice_id": invoice,
                "account_id": account,
                "document_kind": "invoice",
                "status": "open" if place >= client.months - client.unpaid else "paid",
                "issue_date": month.start,
                "due_date": month.start + timedelta(days=30),
                "currency": client.currency,
                "net_minor": net,
                "tax_minor": 0,
                "total_minor": net,
            }
        )
    return rows


def invoice_lines(client: Client) -> Rows:
    return [
        {
            "line_id": f"{invoice}-{product}",
            "invoice_id": invoice,
            "account_id": account,
            "product_id": f"p{product}",
            "description": name,
            "quantity": 1,
            "net_minor": _minor(client, place, product),
            "currency": client.currency,
        }
        for invoice, account, _, place in _documents(client)
        for product, name in enumerate(client.products)
    ]


def costs(client: Client) -> Rows:
    """Two fifths of the largest product's fee to make and a tenth to serve, every month."""
    months = [first_month(client).shift(step) for step in range(client.months)]
    scale = 1 if client.currency == "JPY" else 100
    return [
        {
            "cost_id": f"x{kind}{place}",
            "account_id": "a1",
            "month": month.start,
            "cost_kind": kind,
            "amount_minor": client.invoice_major * scale * share // 100 + place,
            "currency": client.currency,
        }
        for kind, share in (("cost_of_sales", 40), ("cost_to_serve", 10))
        for place, month in enumerate(months)
    ]


def renewal_requests(client: Client) -> Rows:
    return [
        {
            "request_id": "q1",
            "account_id": "a1",
            "requested_date": date(2026, 9, 14),
            "requested_discount": 0.15,
            "currency": client.currency,
            "reason_code": "precio",
            "competitor": "Quantia Suite",
            "renewal_probability": 0.7,
            "renewal_probability_discounted": 0.85,
            "renewal_probability_term": 0.9,
        }
    ]
