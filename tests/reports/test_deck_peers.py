"""What the page on comparable clients claims, and whose each measure is."""

from dataclasses import replace

import pytest
from clients import QUARTER, full_client
from test_deck_chain import calm, quiet
from test_deck_rereading import desk, story_of, texts_of, titled, told

from reports.deck.chain.link import Link
from reports.deck.chain.links import chain
from reports.deck.exhibits import dots
from reports.deck.model import Shape, TextBox
from reports.deck.slide_context import Tone
from reports.deck.slides import peers
from reports.deck.wording import Wording


def among(**places: float) -> tuple[str, str]:
    """Title and words of the page on peers, at these places among them."""
    client = full_client()
    for kpi in ("peer_use", "peer_adoption", "peer_response", "peer_nps"):
        client = told(kpi, QUARTER, client, value=places.get(kpi.removeprefix("peer_")))
    context = desk(client)
    found = peers.headline(context, ())
    return titled(found), texts_of(peers.compose(context, found, ())[0])  # type: ignore[arg-type]


def test_our_slow_response_is_ours_to_improve() -> None:
    for place, words in ((0.0, "más tarde que a todos"), (0.2, "más tarde que a la mayoría")):
        title, said = among(adoption=0.8, response=place)
        assert "nuestra primera respuesta (" in title and words in title
        assert "nos toca mejorarla" in said and "ganar" not in said
    assert "nos toca" in among(nps=0.3, response=0.2)[1]
    assert "nos toca" not in among(use=0.2, response=0.8)[1]


def test_what_people_think_of_us_is_no_gap_of_theirs() -> None:
    title, said = among(nps=0.2, use=0.8)
    assert "pero la mayoría nos valora mejor que ustedes (su NPS: " in title
    assert "nos toca mejorarlo" in said and "pueden ganar" not in said


def test_our_service_is_no_strength_of_the_client() -> None:
    title, said = among(response=0.9, use=0.8)
    assert title.startswith("Les respondemos antes que a la mayoría de los clientes comparables (")
    assert "De lo que depende de ustedes" not in said  # the title has it
    said = among(nps=0.9, use=0.8, adoption=0.6)[1]
    assert "De lo que depende de ustedes, destacan en evolución del uso" in said
    assert "De lo que depende" not in among(nps=1.0, use=1.0, adoption=1.0)[1]
    said = among(response=0.9, use=0.5)[1]
    assert "mejor están" not in said and "aprender" not in said


def test_who_is_at_the_median_is_ahead_of_nobody() -> None:
    title, _ = among(use=0.5, adoption=0.1)
    assert title.startswith(
        "Están en la mediana de los clientes comparables en evolución del uso ("
    )
    assert "), pero superan solo al 10% en licencias en uso (" in title
    assert among(use=0.5, adoption=0.5)[0].count("mediana") == 1


def test_who_is_behind_most_is_ahead_of_nobody_in_the_title() -> None:
    title, _ = among(use=0.3, adoption=0.0)
    assert title.startswith("Por detrás de la mayoría") and "por delante" not in title
    assert "; en licencias en uso (" in title and title.endswith("), por detrás de todos")
    worst = among(use=0.4, adoption=0.3, response=0.2)[0]
    assert "en las 3 medidas, sobre todo en primera respuesta (" in worst
    several = among(use=0.4, adoption=0.0, response=0.0, nps=0.0)[0]
    assert several.endswith(" en las 4 medidas; en 3 de ellas, por detrás de todos")
    assert among(nps=0.0, use=0.0)[0].startswith("Por detrás de todos")
    assert among(nps=1.0, use=1.0)[0].endswith("en las dos medidas")
    assert among(use=0.0, nps=0.9)[0].endswith("están por detrás de todos")


def test_measures_that_are_all_as_far_behind_have_no_furthest() -> None:
    title, said = among(use=0.3, adoption=0.3, response=0.3, nps=0.3)
    assert title.endswith(" en las 4 medidas (por delante del 30% en cada una)")
    assert "sobre todo" not in title
    assert "También nos toca mejorar nuestra primera respuesta (" in said


def test_what_is_behind_beside_the_worst_is_told_with_whose_it_is() -> None:
    said = among(adoption=0.1, response=0.2, use=0.8)[1]
    assert "Su mayor margen de mejora: licencias en uso" in said
    assert "También nos toca mejorar nuestra primera respuesta (" in said
    assert "También por detrás" not in said
    said = among(nps=0.0, adoption=0.2, use=0.8)[1]
    assert "También por detrás: licencias en uso (" in said and "También nos toca" not in said


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_place_among_peers_has_its_words(language: str) -> None:
    words = Wording(language)
    for whose in ("theirs", "response", "nps"):
        for standing in ("all", "ahead", "median"):
            assert words.has(f"peers.first_{whose}_{standing}")
        for standing in ("ahead", "median", "behind", "none"):
            assert words.has(f"peers.then_{whose}_{standing}")


def test_hours_keep_their_unit_on_the_line() -> None:
    own = peers._own(desk(), replace(desk().get("nps"), kpi="peer_response"))
    assert "\N{NO-BREAK SPACE}h" in own.text


@pytest.mark.parametrize(("tickets", "is_compared"), [(4, False), (5, True)])
def test_who_hardly_asked_is_not_compared_in_our_answers(tickets: int, is_compared: bool) -> None:
    client = told("peer_response", QUARTER, full_client(), value=0.0)
    client = told("peer_use", QUARTER, client, value=0.8)
    client = told(
        "first_response_on_time", QUARTER, client, value=1.0, numerator=tickets, denominator=tickets
    )
    measures = {item.kpi for item in peers.compared(desk(client))}
    assert ("peer_response" in measures) is is_compared


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_label_stands_under_its_dot(share: float) -> None:
    context = desk()
    item = dots.Dot("Uso", share, "por delante del 30%", "12", "igual", Tone.FLAT, "Uso")
    row = dots.dots(context, ("A", "B", "C", "D"), [item], context.brand.body)
    (dot,) = (shape for shape in row if isinstance(shape, Shape) and shape.name == "Position")
    (label,) = (text for text in row if isinstance(text, TextBox) and text.name == item.ahead)
    middle = dot.box.left + dot.box.width // 2
    assert label.box.left < middle < label.box.right
    if share == 0.3:
        assert abs(label.box.left + label.box.width // 2 - middle) <= 1


def actions_of(
    language: str = "es",
    replies: float = 20.0,
    slowest: float = 1.0,
    month: int = 2,
    **places: float,
) -> list[Link]:
    """What a calm client is asked for, at these places among its peers; its slowest month, the
    last unless said otherwise, had this median of first responses, in hours."""
    client = replace(calm(), language=language)
    client = told("first_response_median", QUARTER.months[month], client, value=slowest)
    for kpi in ("peer_use", "peer_adoption", "peer_response", "peer_nps"):
        client = told(kpi, QUARTER, client, value=places.get(kpi.removeprefix("peer_")))
    client = told("first_response_on_time", QUARTER, client, value=1.0, denominator=replies)
    context = desk(client, **quiet())
    return [link for link in chain(context, story_of(context)) if link.slide == "peers"]


def test_an_action_on_our_replies_stands_where_the_page_shows_them_and_aims_at_the_target() -> None:
    places = {"use": 0.6, "adoption": 0.6, "response": 0.2}
    (link,) = actions_of(slowest=5.0, **places)
    assert link.finding.text.endswith("más lenta que la de la mayoría de los clientes comparables")
    assert link.effect == "Mediana de cada mes en 4\u00a0h o menos"
    (link,) = actions_of("en", slowest=5.0, **places)
    assert link.finding.text.endswith(", slower than for most comparable clients")
    assert link.effect == "Every month’s median within 4\u00a0h"
    assert actions_of(replies=1.0, **places) == []
    (link,) = actions_of(slowest=5.0, month=0, **places)  # back within it by now
    assert link.effect == "Por delante de la mediana de los clientes comparables"


@pytest.mark.parametrize(
    ("language", "effect"),
    [
        ("es", "Por delante de la mediana de los clientes comparables"),
        ("en", "Ahead of the median of comparable clients"),
    ],
)
def test_no_effect_is_expected_that_is_there_already(language: str, effect: str) -> None:
    (link,) = actions_of(language, use=0.6, adoption=0.6, response=0.2)
    assert link.effect == effect


def test_idle_seats_are_gone_through_where_others_use_more_of_theirs() -> None:
    (link,) = actions_of(use=0.6, adoption=0.2)
    assert link.step == "repasar con ustedes las 2 licencias sin uso"
    assert link.finding.text.startswith("2 de 10 licencias sin usar")
    (link,) = actions_of("en", use=0.6, adoption=0.2)
    assert link.step == "go through the 2 idle seats with you"
    assert actions_of(use=0.6, adoption=0.5) == []


def test_who_leads_everywhere_is_told_so() -> None:
    assert "Superan la mediana en las dos medidas." in among(use=0.8, adoption=0.7)[1]
    assert "Lo más cercano a ella: " in among(use=0.8, adoption=0.7)[1]
    assert "Están a la par: " in among(use=0.8, adoption=0.8)[1]
    assert "Superan la mediana" not in among(use=0.8, adoption=0.5)[1]
    assert "Su mayor margen de mejora: licencias en uso" in among(use=0.8, adoption=0.1)[1]


@pytest.mark.parametrize(
    ("language", "one", "several", "last"),
    [
        (
            "es",
            ("Superan a todos los clientes comparables en licencias en uso (", "pero solo al 20%"),
            "Superan a todos los clientes comparables en 2 de 3 medidas, pero solo al 20%",
            "más lenta que la de todos los clientes comparables",
        ),
        (
            "en",
            ("You are ahead of all comparable clients in seats in use (", ", but of only 20%"),
            "You are ahead of all comparable clients in 2 of 3 measures, but of only 20%",
            "slower than for all comparable clients",
        ),
    ],
)
def test_both_ends_have_one_subject_and_all_is_not_most(
    language: str, one: tuple[str, str], several: str, last: str
) -> None:
    for places, words in (
        ({"adoption": 1.0, "use": 0.2}, one),
        ({"adoption": 1.0, "nps": 1.0, "use": 0.2}, (several,)),
    ):
        client = replace(full_client(), language=language)
        for kpi in ("use", "adoption", "response", "nps"):
            client = told(f"peer_{kpi}", QUARTER, client, value=places.get(kpi))
        title = titled(peers.headline(desk(client), ()))
        assert title.startswith(words[0]) and words[-1] in title
    (link,) = actions_of(language, use=0.6, adoption=0.6, response=0.0)
    assert link.finding.text.endswith(last)
    if language == "es":
        assert "más tarde que a todos" in among(use=0.6, response=0.0)[1]
