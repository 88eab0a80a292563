"""A page claims what its figures bear out, and nothing that another page gainsays."""

from dataclasses import replace

import pytest
from clients import QUARTER, full_client
from test_deck_rereading import desk, story_of, texts_of, titled, told

from reports.client import ClientFile
from reports.deck.card_numbers import big_of
from reports.deck.chain.links import chain
from reports.deck.exhibits import service_charts
from reports.deck.exhibits.glance import glances
from reports.deck.exhibits.opinion import is_told
from reports.deck.exhibits.tiles import tile_of
from reports.deck.model import Chart, LabelPlace, Slide
from reports.deck.slide_context import SlideContext, Tone
from reports.deck.slides import satisfaction, service
from reports.deck.story_cards import _facts
from reports.deck.wording import Wording
from transforms.metrics.kpi import KpiValue, Missing, Unit

Ratings = tuple[int, int] | None
"""Positive ones of how many; None where nobody answered."""


def asked(
    scores: tuple[float | None, ...] = (), answers: int = 14, ratings: tuple[Ratings, ...] = ()
) -> SlideContext:
    """A client with these scores and ratings, the latest first; of None too few answered."""
    client: ClientFile = full_client()
    values = dict(client.kpis.values)
    for back in range(4):
        period = QUARTER.shift(-back)
        score = scores[back] if back < len(scores) else None
        counted = answers if score is not None else 2
        sizes = {"nps": score, "nps_error": 20.0 if score is not None else None}
        counts = {"nps_answers": counted, "nps_promoters": counted // 2, "nps_detractors": 1}
        for kpi, number in (sizes | counts).items():
            unit = Unit.COUNT if kpi in counts else Unit.POINTS
            reason = None if number is not None else Missing.TOO_FEW_ANSWERS
            values[kpi, str(period)] = KpiValue(
                "client", "a1", kpi, period, unit, 1, value=number, reason=reason
            )
        rated = ratings[back] if back < len(ratings) else None
        found = client.kpis.get("csat", QUARTER)
        parts = (None, 0, 0) if rated is None else (rated[0] / rated[1], *rated)
        names = ("value", "numerator", "denominator")
        values["csat", str(period)] = replace(
            found, period=period, **dict(zip(names, parts, strict=True))
        )
    return desk(replace(client, kpis=replace(client.kpis, values=values)))


def opinion_page(context: SlideContext) -> tuple[str, Slide]:
    found = satisfaction.headline(context, ())
    return titled(found), satisfaction.compose(context, found, ())[0]  # type: ignore[arg-type]


def bars_of(page: Slide) -> Chart:
    return [item for item in page.elements if isinstance(item, Chart)][-1]


def test_ratings_of_fewer_than_five_stand_on_no_card() -> None:
    few, enough = asked(ratings=((3, 4),)), asked((30, 30), ratings=((6, 8), (3, 4), (8, 8)))
    assert not is_told(few, "csat")
    assert "CSAT" not in [fact.label for fact in _facts(few, "satisfaction")]
    assert [fact.value for fact in _facts(enough, "satisfaction") if fact.label == "CSAT"] == [
        "75% (6 de 8)"
    ]
    assert "CSAT" not in [item.label for item in glances(few)]
    (seen,) = (item for item in glances(enough) if item.label == "CSAT")
    assert seen.course == ()  # the quarter before has four ratings
    assert seen.value == "75% (6 de 8)"


def test_the_base_of_ratings_is_no_quarter_of_few() -> None:
    title, _ = opinion_page(asked(ratings=((4, 10), (3, 4))))
    assert (
        title
        == "El CSAT es del 40% (4 de 10); muy pocas respuestas en el T2\u00a02026 para comparar"
    )
    assert opinion_page(asked(ratings=((4, 10),)))[0].endswith("en la primera medición")


def test_one_rating_more_or_less_is_no_change_of_opinion() -> None:
    one_less = asked(ratings=((6, 8), (7, 8)))
    assert "sin diferencia clara frente al 88% (7 de 8)" in opinion_page(one_less)[0]
    assert tile_of(one_less, "csat").delta.text.startswith("Sin diferencia clara")
    same = asked(ratings=((6, 8), (6, 8)))
    assert opinion_page(same)[0].endswith(", igual que en el T2\u00a02026")
    many = asked(ratings=((24, 40), (38, 40)))
    assert opinion_page(many)[0].startswith("El CSAT baja al 60% (24 de 40), desde el 95%")
    assert tile_of(many, "csat").delta.text.startswith("▼\u00a035")
    assert big_of(many, satisfaction.headline(many, ())) == "CSAT 60% (24 de 40)"  # type: ignore[arg-type]


def test_equal_scores_are_unchanged() -> None:
    equal = asked((29, 29, 20))
    assert opinion_page(equal)[0] == "El NPS es de +29, igual que en el T2\u00a02026"
    assert tile_of(equal, "nps").delta.text == "Igual que en el T2\u00a02026"
    assert tile_of(asked((29, 28)), "nps").delta.text.startswith("Sin diferencia clara")


@pytest.mark.parametrize(
    ("scores", "says"),
    [
        ((7, 25, 29), "El NPS ha bajado de +29 en el T1\u00a02026 a +7; con 14 respuestas"),
        ((20, 25, 38), "ha bajado de +38 en el T1\u00a02026 a +20"),
        ((0, 0, 27), "El NPS era de +27 en el T1\u00a02026"),
        ((20, 25, 29), "1 detractor."),
        ((30, 25, 38), "1 detractor."),
        ((20, None, 38), "1 detractor."),
        ((44, 71, 71), "1 detractor."),
    ],
)
def test_opinion_that_slips_is_not_steady(scores: tuple[float | None, ...], says: str) -> None:
    said = texts_of(opinion_page(asked(scores))[1])
    assert says in said
    assert "se mantiene" not in said


def test_a_quarter_without_a_score_is_a_gap() -> None:
    title, page = opinion_page(asked((20, None, None, 30), answers=5))
    assert title == (
        "El NPS es de +20 (muy pocas respuestas en T1\u00a02026 y T2\u00a02026 para comparar)"
    )
    chart = bars_of(page)
    assert len(chart.categories) == 4
    assert chart.categories[1].endswith("(muy pocas)")
    assert chart.plots[0].series[0].values[1:3] == (None, None)


def test_an_old_quarter_is_not_drawn_alone() -> None:
    _, page = opinion_page(asked((None, 30), ratings=((6, 8),)))
    assert not [item for item in page.elements if isinstance(item, Chart)]


def test_few_detractors_of_many_are_told_over_their_bar() -> None:
    def over(answers: int) -> list[str]:
        series = bars_of(opinion_page(asked((30, 30), answers))[1]).plots[1].series[0]
        return [point.labels.format_code for point in series.points if point.labels]

    assert over(200) == ['"1"', '"1"']
    assert over(6) == []


def helped(
    months: tuple[float, float, float] = (1.0, 1.0, 1.0),
    now: float = 1.0,
    before: float = 1.0,
    replies: tuple[int, int] = (8, 8),
    critical: tuple[int, int] = (0, 0),
    standing: int = 0,
    filed: int = 8,
    solved: int | None = None,
) -> SlideContext:
    """A client whose tickets waited so long: a median a month, and of both quarters. Of critical
    incidents, all that are judged were `solved` unless that says otherwise."""
    client = told("first_response_median", value=now)
    client = told("first_response_median", QUARTER.previous, client, value=before)
    for month, hours in zip(QUARTER.months, months, strict=True):
        client = told("first_response_median", month, client, value=hours)
    for kpi, (done, every) in (
        ("first_response_on_time", replies),
        ("critical_resolution_on_time", critical),
    ):
        share = done / every if every else None
        client = told(kpi, QUARTER, client, value=share, numerator=done, denominator=every)
    client = told("tickets_created", QUARTER, client, value=filed)
    client = told("critical_resolution_median", QUARTER, client, rows=solved or critical[1])
    return desk(told("critical_open", QUARTER, client, value=standing))


def service_page(context: SlideContext) -> tuple[str, str]:
    found = service.headline(context, ())
    return titled(found), texts_of(service.compose(context, found, ())[0])  # type: ignore[arg-type]


def test_a_wait_is_set_beside_the_quarter_before_and_no_picked_month() -> None:
    assert "espera mediana" not in service_page(helped((0.6, 1.4, 1.5), 1.2, 1.1))[1]
    assert (
        "La espera mediana subió de 1.0\u00a0h en el T2\u00a02026 a 2.6\u00a0h."
        in service_page(helped(now=2.6))[1]
    )
    assert "La espera mediana bajó de 3.0\u00a0h en el" in service_page(helped(before=3.0))[1]


def test_back_within_target_is_said_of_a_quarter_that_was_over_it() -> None:
    title, said = service_page(helped((5.7, 5.1, 3.0), 3.9, 3.9))
    assert "pero en julio (5.7\u00a0h) y agosto (5.1\u00a0h) rebasó las 4\u00a0h" in title
    assert "En septiembre, la mediana volvió a 3.0\u00a0h, dentro del objetivo." in said
    assert "volvió" not in service_page(helped((3.7, 3.1, 3.0), 3.4, 9.0))[1]
    late, said = service_page(helped((5.7, 5.1, 3.0), 3.9, 3.9, critical=(0, 1)))
    assert "y agosto (5.1\u00a0h) rebasó las 4\u00a0h; la única incidencia crítica" in late
    assert "La única incidencia crítica tardó más de 8\u00a0h." in said
    assert "volvió" not in said


def test_a_median_over_the_target_is_told_as_what_half_waited() -> None:
    said = service_page(helped((7.6, 7.6, 7.6), 7.6, 7.6))[1]
    assert "La mitad de los tickets esperó 7.6\u00a0h o más (objetivo: 4\u00a0h)." in said


@pytest.mark.parametrize(
    ("replies", "title", "says"),
    [
        (
            (8, 8),
            "dentro del objetivo de 4\u00a0h",
            "Las 8 respuestas llegaron en 4\u00a0h o menos.",
        ),
        (
            (1, 1),
            "dentro del objetivo de 4\u00a0h",
            "La única respuesta llegó en 4\u00a0h o menos.",
        ),
        ((5, 6), "con 1 de 6 respuestas fuera de plazo", "5 de 6 respuestas llegaron en 4\u00a0h"),
    ],
)
def test_late_replies_are_counted(replies: tuple[int, int], title: str, says: str) -> None:
    found, said = service_page(helped(replies=replies))
    assert title in found and says in said


@pytest.mark.parametrize(
    ("filed", "says"), [(6, ""), (7, "o menos; de 1 no"), (8, "o menos; de 2 no")]
)
def test_tickets_without_a_reply_are_told_beside_those_that_have_one(filed: int, says: str) -> None:
    said = service_page(helped(replies=(6, 6), filed=filed))[1]
    assert ("no consta" in said) is bool(says) and says in said


@pytest.mark.parametrize(
    ("critical", "standing", "title", "says"),
    [
        (
            (2, 3),
            2,
            "; 1 de 3 incidencias críticas resueltas tardó más de 8\u00a0h "
            "y otras 2 siguen abiertas",
            "Otras 2 siguen abiertas.",
        ),
        (
            (0, 9),
            2,
            "; las 9 incidencias críticas resueltas tardaron más de 8\u00a0h "
            "y otras 2 siguen abiertas",
            "Las 9 incidencias críticas resueltas tardaron",
        ),
        ((0, 9), 0, "las 9 incidencias críticas se resolvieron fuera de plazo", "más de 8\u00a0h."),
        ((1, 2), 0, "; 1 de 2 incidencias críticas se resolvió fuera de plazo", ""),
        ((1, 1), 0, "; la incidencia crítica se resolvió a tiempo", ""),
        ((2, 2), 0, "; las incidencias críticas se resolvieron a tiempo", ""),
    ],
)
def test_critical_incidents_are_told_with_those_still_open(
    critical: tuple[int, int], standing: int, title: str, says: str
) -> None:
    found, said = service_page(helped(critical=critical, standing=standing))
    assert found.endswith(title) and says in said


@pytest.mark.parametrize(("critical", "tone"), [((2, 2), Tone.FLAT), ((2, 3), Tone.BAD)])
def test_an_incident_that_is_open_within_its_target_is_no_bad_news(
    critical: tuple[int, int], tone: Tone
) -> None:
    context = helped(critical=critical, standing=1, solved=2)
    assert service._tile(context, "critical_open").delta.tone is tone


def test_in_time_has_its_target_on_the_page() -> None:
    assert "objetivo 8\u00a0h" in service_page(helped(critical=(2, 2)))[1]


@pytest.mark.parametrize(
    ("now", "before", "tone"),
    [(1.1, 1.0, Tone.FLAT), (1.6, 1.0, Tone.BAD), (4.6, 4.2, Tone.BAD), (1.0, 1.6, Tone.GOOD)],
)
def test_a_wait_is_red_over_the_target_or_clearly_longer(
    now: float, before: float, tone: Tone
) -> None:
    assert tile_of(helped(now=now, before=before), "first_response_median").delta.tone is tone


def test_a_label_is_not_struck_out_by_the_line_of_the_target() -> None:
    def inside(hours: float, before: float = 1.5) -> list[bool]:
        context = helped((before, hours, hours))
        replies = [context.get("first_response_median", month) for month in QUARTER.months]
        chart = service_charts._response(context, replies, context.brand.body)
        labels = [point.labels for point in chart.plots[0].series[0].points]
        return [one is not None and one.place is LabelPlace.INSIDE for one in labels]

    assert [inside(hours)[-1] for hours in (1.0, 3.0, 3.6, 4.0, 4.1, 6.0)] == [
        *(False, False),
        *(True, True),
        *(False, False),
    ]
    assert inside(3.6) == [True] * 3  # all labels stand alike
    assert inside(3.6, 0.3) == [False, True, True]  # one that the column has no room for


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        *(("es", 0, "ningún detractor"), ("es", 1, "1 detractor")),
        *(("en", 0, "none is a detractor"), ("en", 2, "2 are detractors")),
    ],
)
def test_people_who_would_not_recommend_us_are_counted_in_words(
    language: str, count: int, said: str
) -> None:
    assert Wording(language).count("satisfaction.against_us", count) == said


@pytest.mark.parametrize(
    ("done", "words"),
    [(0, "Ninguna de las 9 respuestas llegó en 4"), (1, "Solo 1 de 9 respuestas llegó en 4")],
)
def test_where_most_replies_were_late_they_are_counted(done: int, words: str) -> None:
    said = service_page(helped((7.6, 7.6, 7.6), 7.6, 7.6, replies=(done, 9), filed=9))[1]
    assert words in said and "La mitad" not in said
    half = service_page(helped((7.6, 7.6, 7.6), 7.6, 7.6, replies=(5, 10), filed=10))[1]
    assert "La mitad" in half


def test_the_strip_on_replies_names_the_action_on_replies() -> None:
    context = helped((7.6, 7.6, 7.6), 7.6, 7.6, replies=(2, 9), critical=(0, 2))
    story = tuple(story_of(context))
    rules = [link.rule for link in chain(context, story)]
    found = next(item for item in story if item.slide == "service")
    said = texts_of(service.compose(context, found, story)[0])
    assert rules.index("critical") < rules.index("service")
    assert f"Acción {rules.index('service') + 1}" in said
