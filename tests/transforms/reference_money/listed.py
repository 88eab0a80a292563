"""What running subscriptions cost below the price list."""

from decimal import ROUND_HALF_EVEN, Decimal

from transforms.core.periods import Period

from .company import Answer, Company, NoRate, added, month_of
from .recurring import _ends, has_paid, paying


def discount(company: Company, client: str, period: Period) -> Answer:
    if company.subscriptions is None or company.products is None:
        return Answer(reason="feed_missing")
    day = period.valuation_date
    listed = {row["product_id"]: row for row in company.products}
    asked, paid = [], []
    for row in paying(company, client):
        product = listed.get(row.get("product_id"), {})
        price, units = product.get("list_price_minor"), row.get("quantity")
        is_running = row["start_date"] <= day < _ends(company, row)
        if not is_running or not price or not units or product["currency"] != row["currency"]:
            continue
        exact = Decimal(price) * Decimal(str(units))
        key = row["account_id"], row["currency"]
        asked.append((key, int(exact.quantize(Decimal(1), rounding=ROUND_HALF_EVEN))))
        paid.append((key, row["yearly_minor"]))
    if not asked:
        never = not has_paid(company, client, day)
        return Answer(reason="no_subscriptions" if never else "no_list_price")
    try:
        whole, net = (
            sum(
                company.converted(client, "month_end", minor, currency, month_of(day))
                for (_, currency), minor in added(parts).items()
            )
            for parts in (asked, paid)
        )
    except NoRate:
        return Answer(reason="rate_missing")
    return Answer((whole - net) / whole) if whole > 0 else Answer(reason="no_list_price")
