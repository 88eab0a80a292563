"""Results against the client's own goals."""

from collections.abc import Mapping, Sequence

from reports.brand import inches
from reports.deck.confirmed_value import known_values
from reports.deck.exhibits.bullets import Bullet, bullets, rows_that_fit
from reports.deck.exhibits.frame import Page, note, slides_of
from reports.deck.exhibits.meaning import above_meaning, has_room, meaning_of, question_of
from reports.deck.exhibits.signs import unbroken
from reports.deck.exhibits.text_fit import fitted, short_name
from reports.deck.goal_numbers import gap_to_target, measure, target_text, worth_text
from reports.deck.model import Box, Figure, Slide
from reports.deck.slide_context import Headline, Phrase, Shortfall, SlideContext, Tone, Value
from reports.deck.slides.contract import Absent, Kind
from reports.deck.stage import Stage, back_since, stage_of
from transforms.clients.aims import Goal

ORDER = 40
KIND = Kind.CONTENT

_OF_MET = ("flat", "bad", "early")
"""Rules of titles whose verb agrees with how many were met."""
_EXACT = "goals.exactly_several"
_ALIKE = 0.005
"""Shares of a target that read as the same whole per cent."""


def headline(context: SlideContext, story: tuple[Headline, ...]) -> Headline | Absent:
    """How many goals were met, and the one furthest from its target."""
    del story
    goals = context.view.goals
    if not goals:
        return Absent("no_goals")
    measured = [goal for goal in goals if goal.is_met is not None]
    met = [goal for goal in measured if goal.is_met]
    tone = _tone(len(met), len(measured))
    missed = len(measured) - len(met)
    counts = {"flat": missed, "bad": len(met), "early": len(met)}
    values: dict[str, Value] = {
        "met": context.tally(len(met), "goals"),
        "missed": context.tally(missed, "goals"),
        "all": context.tally(len(measured), "goals"),
        "unmeasured": _unmeasured(context, len(goals) - len(measured)),
    }
    values |= _extreme(context, measured, tone)
    values["misses"] = _misses(context, measured, values) if missed else ""
    rule = clause = "none" if measured and not met else tone.value
    rule = "good_even" if tone is Tone.GOOD and _are_tied(measured, tone) else rule
    if missed and stage_of(context) is Stage.FIRST_MONTH:
        # What there was hardly time for is not missed.
        tone, rule = Tone.FLAT, "early" if met else "early_none"
        clause = rule
    return Headline(
        "goals",
        tone,
        context.counted(f"titles.goals.{rule}", len(met if rule in _OF_MET else measured), values),
        _clause(context, clause, counts, values) if measured else context.phrase("clauses.none"),
        Shortfall.of(missed, len(measured)),
    )


def _clause(
    context: SlideContext, rule: str, counts: Mapping[str, int], values: dict[str, Value]
) -> Phrase:
    """What the summary takes over, in the plural of what it counts: else of all measured."""
    measured = values["all"]
    number = counts.get(rule, round(measured.number) if isinstance(measured, Figure) else 0)
    return context.counted(f"clauses.goals.{rule}", number, values)


def _misses(context: SlideContext, measured: list[Goal], values: dict[str, Value]) -> Phrase:
    """The goal furthest from its target; of several as far from theirs, where one stands."""
    if _are_tied(measured, Tone.BAD):
        return context.phrase("titles.goals.misses_tied", values)
    missed = sum(not goal.is_met for goal in measured)
    return context.counted("titles.goals.misses", missed, values)


def _are_tied(measured: list[Goal], tone: Tone) -> bool:
    """Whether several are as far above, or below, their targets as the page could tell."""
    rated = [goal.attainment for goal in measured if goal.attainment is not None]
    most = (max if tone is Tone.GOOD else min)(rated, default=0.0)
    return sum(abs(reached - most) < _ALIKE for reached in rated) > 1


def _unmeasured(context: SlideContext, count: int) -> Value:
    """How many goals nobody measured; nothing where all were."""
    if not count:
        return ""
    return context.counted("titles.goals.unmeasured", count, {"n": context.tally(count, "goals")})


def _tone(met: int, measured: int) -> Tone:
    if not measured:
        return Tone.MISSING
    if met == measured:
        return Tone.GOOD
    return Tone.FLAT if 2 * met >= measured else Tone.BAD


def _extreme(context: SlideContext, measured: list[Goal], tone: Tone) -> dict[str, Value]:
    """The goal that did best where all were met, else the one furthest from its target."""
    rated = [(goal.attainment, goal) for goal in measured if goal.attainment is not None]
    if not rated:
        return {"goal": "", "actual": "", "target": ""}
    choose = max if tone is Tone.GOOD else min
    _, goal = choose(rated, key=lambda pair: pair[0])
    name = fitted(goal.text, inches(6.0), 1, (2000,), bold=True).text
    return {
        "goal": name,
        "actual": "" if goal.actual is None else _figure(context, goal.unit, goal.actual),
        "target": _figure(context, goal.unit, goal.target, context.say(f"goals.{goal.direction}")),
    }


def _figure(context: SlideContext, unit: str, number: float, sign: str = "") -> Figure:
    """A goal's number in its title; a share is kept as one, as the store keeps shares."""
    text = unbroken(f"{sign} {measure(context, unit, number)}".lstrip())
    return Figure(text, number / 100 if unit == "percent" else number, table="goals")


def compose(
    context: SlideContext, headline: Headline, story: tuple[Headline, ...]
) -> tuple[Slide, ...]:
    """A bullet for each goal in its own unit, on as many even pages as they need."""
    is_none = headline.title.rule.endswith(".none")
    area, rule = above_meaning(context), "goals.none" if is_none else f"goals.{headline.tone}"
    room = Box(area.left, area.top, area.width, area.height - inches(0.25))
    missed = [goal for goal in context.view.goals if goal.is_met is False]
    asked = {
        "n": context.number(len(context.view.goals if is_none else missed)),
        "missed": short_name(missed[0].text) if missed else "",
        "lacking": context.number(sum(goal.is_met is None for goal in context.view.goals)),
    }
    said, values = _meaning(context, rule, story)
    about = "goals.lacking" if _is_lacking(context, headline) else rule
    about = "goals.exactly" if (said, about) == (_EXACT, "goals.good") else about
    strip = meaning_of(context, headline, story, said, {**asked, **values}, asked=about)
    small = Box(area.left, room.bottom + inches(0.08), area.width, 0)
    notes = (headline.title.text, context.say("notes.goals"), question_of(context, about, asked))
    page = Page("goals", headline.title, ("goals",), notes)
    contents = [
        (
            *bullets(context, _headings(context), [_bullet(context, goal) for goal in part], room),
            note(context, context.say("goals.note"), small, 1),
            *strip,
        )
        for part in _parts(context.view.goals, rows_that_fit(room))
    ]
    return slides_of(context, page, contents)


def _is_lacking(context: SlideContext, headline: Headline) -> bool:
    """Whether results are what the page asks for: of goals that were measured, all were met."""
    return headline.tone is Tone.GOOD and any(goal.is_met is None for goal in context.view.goals)


def _meaning(
    context: SlideContext, rule: str, story: Sequence[Headline]
) -> tuple[str, dict[str, str]]:
    """What the goal says that is furthest from its target, or that is met most closely; and what
    goals brought, where the deck has no page on it."""
    measured = [goal for goal in context.view.goals if goal.attainment is not None]
    if not measured:
        return "goals.missing", {"n": context.formats.count(len(context.view.goals))}
    closest = min(measured, key=lambda goal: goal.attainment or 0.0)
    gap = gap_to_target(context, closest)
    values = {"goal": short_name(closest.text), "gap": gap or "", "worth": _worth(context, story)}
    one = "" if _is_narrowest(closest, measured) else "_one"
    exact = [goal for goal in measured if goal.is_met and gap_to_target(context, goal) is None]
    if gap is None and len(exact) > 1:
        return _EXACT, {**values, "n": context.formats.count(len(exact))}
    if gap is None:
        return "goals.exactly_one" if one else "goals.exactly", values
    if not closest.is_met:
        return _missed(context, closest, values)
    return f"goals.good_{closest.direction}{one}", values


def _missed(
    context: SlideContext, worst: Goal, values: dict[str, str]
) -> tuple[str, dict[str, str]]:
    """The goal furthest from its target and, where there is room, what was met a quarter before
    and is not now: that one or, unless it was met, others."""
    rule, lost = f"goals.missed_{worst.direction}", _lost(context)
    period = {"period": context.previous_period}
    bare, then = {**values, "before": "", "lost": ""}, lost.get(worst.text)
    if then is not None:
        told = {**period, "actual": measure(context, then.unit, then.actual or 0.0)}
        longer = {**bare, "before": context.say("meaning.goals.before", told)}
    else:
        named = {
            **period,
            "n": context.formats.count(len(lost)),
            "goal": short_name(next(iter(lost), "")),
        }
        longer = {
            **bare,
            "lost": context.words.count("meaning.goals.lost", len(lost), named) if lost else "",
        }
    return rule, longer if has_room(context, rule, longer) else bare


def _lost(context: SlideContext) -> dict[str, Goal]:
    """Goals as they were when they were met, the quarter before: those that are missed now, with
    the same target. None of a client that was away then."""
    back = back_since(context)
    if back and back.start >= context.period.start:
        return {}
    now = {goal.text: goal.target for goal in context.view.goals if goal.is_met is False}
    before = context.view.goals_before
    return {goal.text: goal for goal in before if goal.is_met and now.get(goal.text) == goal.target}


def _is_narrowest(met: Goal, measured: Sequence[Goal]) -> bool:
    """Whether a goal that is met most closely, as bars are drawn, is so by what the page prints
    too: 1.4 % of at most 2 % is nearer in points than 98.3 % of at least 97 %."""
    alike = [abs((goal.actual or 0.0) - goal.target) for goal in measured if goal.unit == met.unit]
    own = abs((met.actual or 0.0) - met.target)
    return len(measured) > 1 and own <= min(alike)


def _worth(context: SlideContext, story: Sequence[Headline]) -> str:
    """What was confirmed of the goals: of one, by its name; of several, in all."""
    valued = [(goal, goal.worth) for goal in context.view.goals if goal.worth is not None]
    if any(item.slide == "value" for item in story) or not valued:
        return ""
    if len(valued) > 1:
        sums = [context.text_of(context.get(kpi)) for kpi in known_values(context)]
        total = {"worth": context.formats.items(sums)}
        return context.words.count("meaning.goals.worth_of", len(valued), total) if sums else ""
    ((goal, worth),) = valued
    values = {"goal": short_name(goal.text), "worth": worth_text(context, worth)}
    rule = "worth" if worth.minor is not None else "saved"
    return context.say(f"meaning.goals.{rule}", values)


def _parts(goals: tuple[Goal, ...], most: int) -> list[tuple[Goal, ...]]:
    """The goals in as few parts as hold them, none much shorter than the others."""
    pages = -(-len(goals) // most)
    each = -(-len(goals) // pages)
    return [goals[start : start + each] for start in range(0, len(goals), each)]


def _headings(context: SlideContext) -> tuple[str, ...]:
    names = ("columns.goal", "goals.against", "columns.actual", "columns.target", "columns.state")
    return tuple(context.say(name) for name in names)


def _bullet(context: SlideContext, goal: Goal) -> Bullet:
    tone = {True: Tone.GOOD, False: Tone.BAD, None: Tone.MISSING}[goal.is_met]
    state = {True: "met", False: "missed", None: "not_measured"}[goal.is_met]
    result = (
        context.say("absent") if goal.actual is None else measure(context, goal.unit, goal.actual)
    )
    aim = target_text(context, goal)
    said = context.say(f"goals.{state}")
    values = {"goal": goal.text, "actual": result, "target": aim, "state": said}
    alt_text = context.say("goals.told", values)
    return Bullet(goal.text, goal.actual, goal.target, result, aim, said, tone, alt_text)
