"""What like clients were given stands beside the request."""

from dataclasses import replace
from datetime import date

from renewal_clients import golden, without_request

from reports.client import ClientFile
from reports.workbook.compose import compose_workbook
from reports.workbook.model import Sheet, Workbook
from transforms.renewals.precedents import Precedent


def composed(client: ClientFile) -> Workbook:
    found = compose_workbook(client).workbook
    assert found is not None
    return found


def texts(sheet: Sheet) -> str:
    return "\n".join(cell.value for cell in sheet.cells if isinstance(cell.value, str))


def like(asked: float, price_minor: int, outcome: str = "renewed") -> Precedent:
    return Precedent(date(2026, 3, 31), asked, asked / 2, outcome, price_minor)


def test_like_deals_stand_beside_the_request_and_are_summed_up_from_five_on() -> None:
    shares = [like(share, 12_000_000) for share in (0.04, 0.06, 0.08, 0.12, 0.20)]
    cases = (*shares, like(0.5, 30_000_000, "lost"))  # of another size
    book = composed(replace(golden(), precedents=cases))
    told = "Of 5 like clients, 5 renewed; they asked for 8% and were given 4% (medians)."
    assert f"{told} 60% of them asked for less than this one." in texts(book.sheet("history"))
    assert told in texts(book.sheet("summary"))
    few = composed(replace(golden(), precedents=tuple(shares[:4])))
    assert "4 renewals of like clients are decided: too few" in texts(few.sheet("history"))
    assert "like clients" not in texts(few.sheet("summary"))


def test_margins_after_stand_beside_what_this_request_would_leave() -> None:
    shares = (0.04, 0.06, 0.08, 0.12, 0.20)
    cases = tuple(replace(like(share, 12_000_000), margin_after=0.5) for share in shares)
    book = composed(replace(golden(), precedents=cases, margins_after={"RR-7": 0.44}))
    told = "Their margin afterwards was 50% (median); this request would leave 55.6%."
    assert told in texts(book.sheet("history"))
    held = [cell.value for cell in book.sheet("history").cells]
    assert held.count(0.5) == 5
    assert 0.44 in held


def test_where_nothing_is_asked_no_request_would_leave_a_margin() -> None:
    cases = tuple(
        replace(like(share, 12_000_000), margin_after=0.5)
        for share in (0.04, 0.06, 0.08, 0.12, 0.20)
    )
    book = composed(replace(without_request(), precedents=cases))
    assert "Their margin afterwards was 50% (median)." in texts(book.sheet("history"))
    assert "this request" not in texts(book.sheet("history"))
