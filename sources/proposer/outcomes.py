"""What became of a deal or a ticket: by flags, by its stage, by words of its state."""

from collections.abc import Callable, Mapping

from sources.proposer.columns import (
    Rule,
    flagged,
    meanings,
    named_guess,
    understands,
    word_rule,
)
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import Known, hinted, key_of, named
from sources.proposer.vocabulary import plain, vocabulary
from transforms.tables import TABLES

_WON = {"won", "ganado", "ganada", "ganados", "ganadas"}
_LOST = {"lost", "perdido", "perdida", "perdidos", "perdidas"}
_OVER = {"closed", "solved", "resolved", "done", "completed"}
_OVER |= {"cerrado", "cerrada", "resuelto", "resuelta", "solucionado", "solucionada"}


_STATES = (
    "status",
    "estado",
    "deal_status",
    "opportunity_status",
    "resultado",
    "outcome",
    "result",
)
_STATUSES = (
    "status",
    "ticket_status",
    "case_status",
    "issue_status",
    "estado",
    "state",
    "situacion",
)


def outcome(word: str) -> str:
    """What a deal's stage says of it; empty where it says nothing.

    >>> outcome("Closed Won"), outcome("3 - Cierre perdido"), outcome("Contract Sent")
    ('won', 'lost', '')
    """
    said = set(plain(word).split("_"))
    return "won" if said & _WON else "lost" if said & _LOST else ""


def is_over(word: str) -> bool:
    """Whether a ticket's state says that nothing is left to do.

    >>> is_over("Closed"), is_over("Cerrado por el cliente"), is_over("Not resolved")
    (True, True, False)
    """
    said = set(plain(word).split("_"))
    return bool(said & _OVER) and not said & {"not", "no", "un", "sin"}


def _solved(word: str) -> str:
    return "solved" if is_over(word) else ""


def _by_words(
    looked: Looked, column: str, meant: Callable[[str], str], ends: set[str], goes_on: str
) -> Rule:
    """What words mean that say how it ended, of a column where some say each of the ends; all
    others are of what goes on. Nothing of another column."""
    words = looked.shapes[column].distinct
    found = {word: meant(word) for word in words if meant(word)}
    if not ends <= set(found.values()):
        return {}
    return {"column": column, "values": found, "otherwise": goes_on}


def opportunity_guesses(looked: Looked, known: Known) -> list[Guess]:
    closed, won = flagged(looked, "closed_flag"), flagged(looked, "won_flag")
    if closed and won:
        return [_state_of_flags(looked, closed, won, "")]
    if stages := stage_lookup(looked, known):
        return _state_of_stage(looked, known, stages)
    words = vocabulary().names["opportunities"]
    stage = named(looked, (*_STATES, *words["stage"]))
    ends = {"won", "lost"}
    by_ends = _by_words(looked, stage[0], outcome, ends, "open") if stage else {}
    if stage and by_ends and not _are_all_known(looked, stage[0]):
        return [Guess("state", by_ends, 0.85, (because("stage_words", column=stage[0]),))]
    if stage and understands("opportunities", "state", looked.shapes[stage[0]]):
        column = TABLES["opportunities"].by_name["state"]
        rule = {"column": stage[0]} | word_rule("opportunities", column, looked.shapes[stage[0]])
        return [Guess("state", rule, 0.85, (because("stage_words", column=stage[0]),))]
    return []


def _are_all_known(looked: Looked, column: str) -> bool:
    words = looked.shapes[column].distinct
    return len(meanings("opportunities", "state", words)) == len(words)


def stage_lookup(looked: Looked, known: Known) -> Mapping[str, str] | None:
    """The file that says of each stage of a deal whether it is closed and won."""
    for other in known.files:
        is_of_stages = flagged(other, "closed_flag") and flagged(other, "won_flag")
        if other is looked or other.is_part or not is_of_stages:
            continue
        for key in (name for name in other.sample.header if other.plain[name].endswith("stage_id")):
            ours = _ending_in(looked, other.plain[key])
            if ours and key_of(other, key).is_unique:
                return {"name": "stage", "file": other.name, "column": ours, "key": key}
    return None


def _ending_in(looked: Looked, end: str) -> str:
    return next((name for name, said in looked.plain.items() if said.endswith(end)), "")


def _state_of_stage(looked: Looked, known: Known, lookup: Mapping[str, str]) -> list[Guess]:
    (stages,) = (item for item in known.files if item.name == lookup["file"])
    closed, won = flagged(stages, "closed_flag"), flagged(stages, "won_flag")
    state = _state_of_flags(stages, closed, won, f"{lookup['name']}.")
    label = hinted(stages, "label")
    if not label:
        return [state]
    reason = because("price_of", column=label, file=stages.name)
    return [state, Guess("stage", {"column": f"{lookup['name']}.{label}"}, 0.75, (reason,))]


def _state_of_flags(looked: Looked, closed: str, won: str, prefix: str) -> Guess:
    def yes(column: str) -> str:
        words = looked.shapes[column].distinct
        return next((word for word in words if word.casefold() in {"true", "1", "yes"}), "true")

    def no(column: str) -> str:
        words = looked.shapes[column].distinct
        return next((word for word in words if word.casefold() in {"false", "0", "no"}), "")

    values = {f"{yes(closed)}/{yes(won)}": "won", f"{yes(closed)}/{no(won)}": "lost"}
    if no(closed):
        values[f"{no(closed)}/{no(won)}"] = "open"
    parts = [f"{prefix}{closed}", f"{prefix}{won}"]
    rule: Rule = {"join": parts, "separator": "/", "values": values, "if_empty": "open"}
    return Guess("state", rule, 0.8, (because("flags", closed=closed, won=won),))


def ticket_guesses(looked: Looked, known: Known) -> list[Guess]:
    if closed := flagged(looked, "closed_flag"):
        yes = {w: "solved" for w in looked.shapes[closed].distinct if w.casefold() in {"1", "true"}}
        no = {w: "open" for w in looked.shapes[closed].distinct if w.casefold() in {"0", "false"}}
        rule: Rule = {"column": closed, "values": yes | no, "if_empty": "open"}
        return [Guess("status", rule, 0.8, (because("flag", column=closed),))]
    status = named(looked, _STATUSES)
    if status and understands("tickets", "status", looked.shapes[status[0]]):
        column = TABLES["tickets"].by_name["status"]
        rule = {"column": status[0]} | word_rule("tickets", column, looked.shapes[status[0]])
        return [Guess("status", rule, 0.9, (because("status_words", column=status[0]),))]
    if status and (rule := _by_words(looked, status[0], _solved, {"solved"}, "open")):
        return [Guess("status", rule, 0.8, (because("status_words", column=status[0]),))]
    solved = named_guess(looked, "tickets", TABLES["tickets"].by_name["solved_at"])
    if solved:
        rule = {"column": solved.rule["column"], "if_filled": "solved", "if_empty": "open"}
        reason = because("filled_means", column=solved.rule["column"])
        return [Guess("status", rule, 0.8, (reason,))]
    return []
