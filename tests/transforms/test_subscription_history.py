"""What counts on a day is what was true on that day."""

from dataclasses import replace
from datetime import date

import pandas as pd
from shown_subscriptions import AUGUST, JANUARY, JULY, OCTOBER, Shown, context, figure, note, row_of

from transforms.billing.delivered_versions import delivered_versions
from transforms.billing.recurring import running_on
from transforms.core.canonical import CanonicalTables
from transforms.core.deliveries import DELIVERIES, without_kept_out
from transforms.core.policy import ChurnDate, Policy
from transforms.tables import TABLES


def test_a_price_changed_under_one_id_is_expansion_on_the_last_day_before_it_landed() -> None:
    of = context([Shown(JULY), Shown(OCTOBER, yearly=2_400)], [JULY, OCTOBER])
    assert [figure(of, "mrr", f"2026-{month:02}") for month in (6, 7, 8, 9)] == [100, 100, 100, 200]
    assert figure(of, "mrr_expansion", "2026-Q3") == 100
    assert figure(of, "nrr", "2026-Q3") == 2
    assert note(of, "mrr_expansion", "2026-Q3") == "inferred"
    assert note(of, "mrr", "2026-06") == ""
    assert note(of, "mrr", "2026-05") == "inferred"  # before anybody had seen it


def test_unpaid_is_churn_when_it_is_first_seen_and_everything_before_stays() -> None:
    of = context([Shown(JULY), Shown(OCTOBER, "unpaid")], [JULY, OCTOBER])
    assert (figure(of, "mrr_start", "2026-Q3"), figure(of, "mrr_churn", "2026-Q3")) == (100, 100)
    assert (figure(of, "nrr", "2026-Q3"), figure(of, "client_retention", "2026-Q3")) == (0, 0)
    assert figure(of, "mrr", "2026-Q2") == 100


def test_unpaid_in_the_first_delivery_counted_until_then() -> None:
    of = context([Shown(OCTOBER, "unpaid")], [OCTOBER])
    assert [figure(of, "mrr", month) for month in ("2026-08", "2026-09")] == [100, 0]


def test_the_vendors_own_day_of_an_end_goes_before_the_delivery() -> None:
    ended = Shown(OCTOBER, "cancelled", end=date(2026, 8, 10), cancelled=date(2026, 7, 20))
    of = context([Shown(JULY), ended], [JULY, OCTOBER])
    assert [figure(of, "mrr", month) for month in ("2026-07", "2026-08")] == [100, 0]
    assert note(of, "mrr_churn", "2026-08") == ""
    early = replace(of, policy=Policy(churn_date=ChurnDate.CANCELLATION))
    assert figure(early, "mrr", "2026-07") == 0


def test_what_a_delivery_lacks_ended_the_day_before_it() -> None:
    of = context([Shown(JULY)], [JULY, AUGUST])
    assert [figure(of, "mrr", month) for month in ("2026-06", "2026-07")] == [100, 0]
    assert note(of, "mrr_churn", "2026-07") == "inferred"


def test_a_trial_counts_from_its_end_as_new() -> None:
    start, end = date(2026, 7, 10), date(2026, 8, 9)
    trial = Shown(AUGUST, "trialing", start=start, trial_end=end)
    of = context([trial, Shown(OCTOBER, start=start, trial_end=end)], [AUGUST, OCTOBER])
    assert figure(of, "mrr", "2026-07") == "no_subscriptions"
    assert figure(of, "mrr_new", "2026-08") == 100
    assert note(of, "mrr_new", "2026-08") == ""


def test_a_free_month_of_a_payer_is_contraction_and_back() -> None:
    trial = {"trial_start": date(2026, 7, 15), "trial_end": date(2026, 8, 15)}
    rows = [Shown(JULY), Shown(AUGUST, "trialing", **trial), Shown(OCTOBER, **trial)]
    of = context(rows, [JULY, AUGUST, OCTOBER])
    assert [figure(of, "mrr", f"2026-{month:02}") for month in (6, 7, 8)] == [100, 0, 100]
    assert figure(of, "mrr_contraction", "2026-07") == 100
    assert figure(of, "mrr_expansion", "2026-08") == 100
    assert figure(of, "client_retention", "2026-07") == 1


def test_a_first_payment_that_was_never_made_never_counts() -> None:
    of = context([Shown(JULY, "incomplete"), Shown(OCTOBER, "incomplete")], [JULY, OCTOBER])
    assert figure(of, "mrr", "2026-Q3") == "no_subscriptions"


def test_late_payment_counts_for_the_days_that_the_company_gives_it() -> None:
    of = context([Shown(JULY), Shown(AUGUST, "past_due")], [JULY, AUGUST])
    months = ("2026-08", "2026-09", "2026-10")
    assert [figure(of, "mrr", month) for month in months] == [100, 100, 0]
    patient = replace(of, policy=Policy(past_due_days=120))
    assert figure(patient, "mrr", "2026-10") == 100


def test_paused_collection_stops_at_once_or_after_the_days_of_the_setting() -> None:
    of = context([Shown(JULY), Shown(AUGUST, "paused")], [JULY, AUGUST])
    assert [figure(of, "mrr", month) for month in ("2026-06", "2026-07")] == [100, 0]
    assert figure(of, "mrr_churn", "2026-07") == 0
    patient = replace(of, policy=Policy(paused_days=40))
    assert [figure(patient, "mrr", month) for month in ("2026-08", "2026-09")] == [100, 0]


def test_a_landing_read_again_corrects_what_it_had_shown() -> None:
    """By another mapping, say: what it makes of the same row is no change of the client's."""
    of = context([Shown(JULY), Shown(OCTOBER, yearly=2_400)], [JULY, OCTOBER])
    told = of.tables.rows("subscription_versions")
    rows = told.assign(
        first_load_id=pd.array([1, 3], "Int64"), superseded_load_id=pd.array([3, None], "Int64")
    ).drop(columns=["valid_from", "valid_until", "basis"])
    loads = pd.DataFrame(
        {
            "source": "s",
            "load_id": [1, 2, 3],
            "landed_at": pd.to_datetime(["2026-07-01", "2026-08-01", "2026-08-01"], utc=True),
        }
    ).astype(DELIVERIES)
    corrected = delivered_versions(rows, loads)
    assert corrected["yearly_minor"].to_list() == [2_400]
    assert corrected["valid_from"].to_list() == [pd.Timestamp(2026, 6, 30)]


def test_a_row_that_a_delivery_kept_out_is_not_gone() -> None:
    """It was quarantined in August, came again in October, and was gone in November."""
    of = context([Shown(JULY)], [JULY])
    row = of.tables.rows("subscription_versions").drop(columns=["valid_from", "valid_until"])
    landed = ["2026-07-01", "2026-08-01", "2026-10-01", "2026-11-01"]
    loads = pd.DataFrame(
        {"source": "s", "load_id": range(1, 5), "landed_at": pd.to_datetime(landed, utc=True)}
    ).astype(DELIVERIES)
    kept_out = pd.DataFrame(
        {"source": ["s", "s"], "load_id": [2, 4], "raw": ['{"id": "S"}', '{"id": "S2"}']}
    )

    def shown(first: list[int], ended: list[int | None], loads: pd.DataFrame) -> list[object]:
        rows = pd.concat([row] * len(first), ignore_index=True).assign(
            first_load_id=pd.array(first, "Int64"), superseded_load_id=pd.array(ended, "Int64")
        )
        found = delivered_versions(
            without_kept_out(rows, loads, kept_out, "subscription_id"), loads
        )
        return [None if pd.isna(day) else str(day.date()) for day in found["valid_until"]]

    assert shown([1, 3], [2, 4], loads) == ["2026-09-30", "2026-10-31"]
    assert shown([1], [2], loads) == ["2026-09-30"]
    assert shown([1], [2], loads[:2]) == [None]


def test_a_vendors_history_stands_before_what_deliveries_show() -> None:
    history = TABLES["subscription_versions"].conform(
        pd.DataFrame(
            [
                row_of(Shown(JULY, yearly=yearly))
                | {"valid_from": since, "valid_until": until, "shown": None}
                for yearly, since, until in (
                    (1_200, JANUARY, date(2026, 2, 10)),
                    (3_600, date(2026, 2, 10), None),
                )
            ]
        )
    )
    of = context([Shown(OCTOBER, yearly=3_600)], [OCTOBER])
    shown = of.tables.rows("subscription_versions")
    both = {**of.tables, "subscription_versions": pd.concat([shown, history], ignore_index=True)}
    stated = replace(of, tables=CanonicalTables(both))
    assert [figure(stated, "mrr", month) for month in ("2026-01", "2026-02")] == [100, 300]
    assert note(stated, "mrr_expansion", "2026-02") == ""


def test_a_start_to_come_that_was_withdrawn_lets_nothing_count_twice() -> None:
    """Shown to start again on 12 April, then to have been on trial from the 4th."""
    began, withdrawn = date(2026, 1, 10), date(2026, 4, 12)
    shown = [
        Shown(date(2026, 3, 1), start=began),
        Shown(date(2026, 4, 1), start=withdrawn),
        Shown(date(2026, 5, 1), "trialing", start=began, trial_start=date(2026, 4, 4)),
    ]
    of = context(shown, [row.landed for row in shown])
    counted = [running_on(of, date(2026, 4, day))["worth_minor"].to_list() for day in (3, 4, 12)]
    assert counted == [[1_200], [0], [0]]
