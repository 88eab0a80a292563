"""Where the client stands among like clients of ours, of whom none is named or shown."""

from collections.abc import Sequence

from messages.catalogue import Shown
from messages.formats import begun
from reports.brand import inches
from reports.deck.chain.peers import OF_MEASURE
from reports.deck.compared import OURS, compared
from reports.deck.exhibits.dots import Dot, dots
from reports.deck.exhibits.frame import Page, note, slide
from reports.deck.exhibits.meaning import above_meaning, has_room, meaning_of, question_of
from reports.deck.fewer_seats import cut_behind
from reports.deck.model import Box, Figure, Slide
from reports.deck.page_tables import tables_of_figures
from reports.deck.slide_context import TONE_OF, Headline, Phrase, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from transforms.clients.judgement import Grade, is_in_front_half, peer_grade
from transforms.kpis import shown_at, specs
from transforms.kpis.peer_position import MEASURED
from transforms.metrics.kpi import KpiValue, Missing, Place, Unit

ORDER = 95
KIND = Kind.CONTENT

_FEWEST = 2
"""Measures from which on a comparison says something; one alone is a hint."""
_STANDINGS = {Grade.GOOD: "ahead", Grade.FAIR: "median", Grade.POOR: "behind"}
_MOST_NAMED = 2
"""Measures that a title names; of more it tells how many they are."""
_NOTHING_BEHIND = ("peers.good", "peers.even", "peers.lead")
_NOTE_ROOM = inches(0.35)


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """What stands best and what worst among peers, ours told as ours; nothing under five
    others."""
    del story
    found = compared(context)
    if len(found) < _FEWEST:
        return Absent(_why(context))
    best, worst = found[0].value or 0.0, found[-1].value or 0.0
    tone = Tone.GOOD if is_in_front_half(worst) else Tone.FLAT
    every = {"n": context.tally(len(found), "peers")}
    if worst >= 1 or best <= 0:
        title = context.counted(
            f"titles.peers.{'all' if worst >= 1 else 'last'}", len(found), every
        )
    elif peer_grade(best) is Grade.POOR:
        title = _behind(context, found)
    else:
        title = _two_ends(context, found)
    return Headline("peers", tone, title, context.phrase("clauses.none"))


def _behind(context: SlideContext, found: list[KpiValue]) -> Phrase:
    """All measures behind most peers: the furthest of them, or how far all are alike."""
    least = [item for item in found if item.value == found[-1].value]
    count = context.tally(len(found), "peers")
    if len(least) == len(found):
        alike: dict[str, Value] = {"n": count, "share": context.figure(found[-1])}
        return context.counted("titles.peers.behind_alike", len(found), alike)
    worst = (
        _named(context, least)
        if len(least) <= _MOST_NAMED
        else context.phrase("peers.worst_several", {"n": context.tally(len(least), "peers")})
    )
    rule = "behind" if found[-1].value else "behind_none"
    values: dict[str, Value] = {"n": count, "worst": worst}
    return context.counted(f"titles.peers.{rule}", len(found), values)


def _named(context: SlideContext, items: list[KpiValue]) -> Phrase:
    """Measures by name, each with the client's own value."""
    told = [
        context.phrase(
            "peers.worst", {"measure": _subject(context, item), "own": _own(context, item)}
        )
        for item in items
    ]
    figures = tuple(figure for phrase in told for figure in phrase.figures)
    return Phrase(context.formats.items([phrase.text for phrase in told]), "", figures)


def _two_ends(context: SlideContext, found: list[KpiValue]) -> Phrase:
    """The best and the worst, in one sentence where both are the client's own."""
    first, then = found[0], found[-1]
    lead = sum(item.value == 1 for item in found)
    is_several, is_median = lead > 1, _standing(first) == "median"
    is_one = then.kpi not in OURS and (is_several or first.kpi not in OURS)
    is_behind = peer_grade(then.value or 0.0) is Grade.POOR
    joined = "but" if is_behind else "and_on" if is_one else "and"
    place = "then" if not is_one else "still" if is_median else "on"
    several: dict[str, Value] = {
        "n": context.tally(lead, "peers"),
        "all": context.tally(len(found), "peers"),
    }
    told = (
        context.phrase("peers.first_several", several)
        if is_several
        else _told(context, "first", first)
    )
    then_told = (
        context.phrase(f"peers.{place}_{_standing(then)}", _values(context, then))
        if is_one
        else _told(context, place, then)
    )
    return context.phrase(f"titles.peers.{joined}", {"first": told, "then": then_told})


def _told(context: SlideContext, place: str, item: KpiValue) -> Phrase:
    """Where one measure stands: what the client does, how soon we answer, or what its people
    think of us."""
    whose = OURS.get(item.kpi, "theirs")
    return context.phrase(f"peers.{place}_{whose}_{_standing(item)}", _values(context, item))


def _values(context: SlideContext, item: KpiValue) -> dict[str, Value]:
    return {
        "share": context.figure(item),
        "measure": _subject(context, item),
        "own": _own(context, item),
    }


def _standing(item: KpiValue) -> str:
    share = item.value or 0.0
    if share >= 1:
        return "all"
    return _STANDINGS[peer_grade(share)] if share > 0 else "none"


def _of_peers(context: SlideContext, position: KpiValue) -> str:
    """How many of the peers the client is ahead of: all, none, or a share of them."""
    share = position.value or 0.0
    rule = "all" if share >= 1 else "share" if share > 0 else "none"
    return context.say(f"peers.ahead_{rule}", {"share": context.figure(position).text})


def _why(context: SlideContext) -> Missing:
    values = [context.view.figures.find(kpi, context.period) for kpi in shown_at(Place.PEERS)]
    reasons = [item.reason for item in values if item is not None and item.reason]
    few = (Missing.TOO_FEW_CLIENTS, Missing.NO_SEGMENT)
    return next((reason for reason in reasons if reason in few), Missing.TOO_FEW_CLIENTS)


def _subject(context: SlideContext, position: KpiValue) -> str:
    return context.say(f"peers.{position.kpi}")


def _label(context: SlideContext, position: KpiValue) -> str:
    """The subject where nothing stands before it."""
    return begun(_subject(context, position))


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """A line a measure from behind all to ahead of all, with the client's place on it."""
    area, found = above_meaning(context), compared(context)
    rule, said = _meaning(context, found)
    asked = rule.removesuffix("_none")
    room = Box(area.left, area.top, area.width, area.height - _NOTE_ROOM)
    answers = OF_MEASURE.get(found[-1].kpi, ()) if rule not in _NOTHING_BEHIND else ()
    elements = (
        *dots(context, _headings(context), [_dot(context, item) for item in found], room),
        note(
            context,
            context.say(f"peers.note{'_cut' if cut_behind(context, 'usage_change') else ''}"),
            Box(area.left, area.bottom - inches(0.22), area.width, 0),
            1,
        ),
        *meaning_of(context, headline, story, rule, said, asked=asked, rules=answers),
    )
    notes = (
        headline.title.text,
        question_of(context, asked, said),
        *(context.definition_of(item.kpi) for item in found),
    )
    page = Page("peers", headline.title, tables_of_figures(item.kpi for item in found), notes)
    return (slide(context, page, elements),)


def _meaning(context: SlideContext, found: list[KpiValue]) -> tuple[str, dict[str, str | Shown]]:
    """Whose the worst measure is to improve, what else is behind, and what the client does best,
    as much of it as there is room for: what we do for it is no strength of its own."""
    worst = found[-1]
    theirs = [item for item in found if item.kpi not in OURS]
    is_strong = bool(theirs) and _standing(theirs[0]) in ("all", "ahead")
    strong = _strongest(context, theirs) if is_strong and not _is_titled(found) else ""
    rule = _meaning_rule(found, is_strong=is_strong)
    if rule in _NOTHING_BEHIND and not strong:
        strong = _closest(context, found)
    values: dict[str, str | Shown] = {
        "measure": _subject(context, worst),
        "own": _own(context, worst).text,
        "n": context.number(len(found)),
    }
    own, ours = _also_behind(context, found[:-1])
    told = ((own + ours, strong), (own + ours, ""), (ours, ""), ("", strong), ("", ""))
    wordings = [{**values, "also": also, "strong": best} for also, best in told]
    fitting = (said for said in wordings if has_room(context, rule, said))
    return rule, next(fitting, wordings[-1])


def _meaning_rule(found: list[KpiValue], *, is_strong: bool) -> str:
    worst = found[-1]
    if is_strong and all(peer_grade(item.value or 0.0) is Grade.GOOD for item in found):
        return "peers.lead"
    if is_in_front_half(worst.value):
        return "peers.good" if is_strong else "peers.even"
    none = "_none" if worst.kpi in OURS and not worst.value else ""
    return f"peers.{OURS.get(worst.kpi, 'theirs')}{none}"


def _is_titled(found: list[KpiValue]) -> bool:
    """Whether the title says already what the client does best, or nothing is best: it leads in
    all, or what it does stands alike."""
    theirs = [item for item in found if item.kpi not in OURS]
    are_even = len(theirs) > 1 and theirs[0].value == theirs[1].value
    leads = sum(item.value == 1 for item in found)
    return are_even or leads == len(found) or (leads <= 1 and theirs[0] in (found[0], found[-1]))


def _strongest(context: SlideContext, theirs: Sequence[KpiValue]) -> str:
    """The best of the client's own measures; of one, that it is ahead."""
    values = {"measure": _subject(context, theirs[0]), "own": _own(context, theirs[0]).text}
    return context.say(f"peers.strongest{'_one' if len(theirs) == 1 else ''}", values)


def _closest(context: SlideContext, found: list[KpiValue]) -> str:
    """What is the least ahead of the median; every measure where all stand alike."""
    is_alike = found[0].value == found[-1].value
    named = _named(context, found if is_alike else found[-1:]).text
    return context.say(f"peers.{'alike' if is_alike else 'closest'}", {"named": named})


def _also_behind(context: SlideContext, others: list[KpiValue]) -> tuple[str, str]:
    """What is behind besides the worst: the client's own measures, and ours."""
    behind = [item for item in others if peer_grade(item.value or 0.0) is Grade.POOR]
    theirs = [item for item in behind if item.kpi not in OURS]
    ours = [item for item in behind if item.kpi in OURS]
    return _also(context, "theirs", theirs), _also(context, "ours", ours)


def _also(context: SlideContext, whose: str, items: list[KpiValue]) -> str:
    if not items:
        return ""
    if whose == "theirs":
        return context.say("peers.also_theirs", {"measures": _named(context, items).text})
    told = [
        context.say(
            "peers.worst",
            {
                "measure": context.say(f"peers.ours_{item.kpi}"),
                "own": _own(context, item).text,
            },
        )
        for item in items
    ]
    return context.say("peers.also_ours", {"measures": context.formats.items(told)})


def _headings(context: SlideContext) -> tuple[str, ...]:
    names = ("peers.measure", "peers.scale", "peers.own", "columns.state")
    return tuple(context.say(name) for name in names)


def _dot(context: SlideContext, item: KpiValue) -> Dot:
    tone, own = _tone(item), _own(context, item).text
    ahead = _of_peers(context, item)
    state = context.say(f"peers.state_{tone}")
    values = {"measure": _label(context, item), "own": own, "ahead": ahead}
    alt_text = context.say("peers.told", values)
    return Dot(_label(context, item), item.value or 0.0, ahead, own, state, tone, alt_text)


def _tone(position: KpiValue) -> Tone:
    return TONE_OF[peer_grade(position.value or 0.0)]


def _own(context: SlideContext, item: KpiValue) -> Figure:
    """The client's own value of a measure."""
    own = context.get(MEASURED[item.kpi].id)
    if own.kpi == "usage_change":
        return context.signed(own)
    return context.figure(own, 1 if specs()[own.kpi].unit is Unit.HOURS else 0)
