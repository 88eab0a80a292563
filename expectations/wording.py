"""What rules are called, why they are there and what they expect."""

from expectations.check import Check
from messages.catalogue import Catalogue
from messages.clause import Clause, clause, named


def rule_name(words: Catalogue, rule: str) -> str:
    """A rule's name; one that an older release checked is shown by its id."""
    message = f"{named('rule', rule)}.name"
    return words.say(message) if words.has(message) else rule.replace("_", " ").capitalize()


def reason(words: Catalogue, code: str) -> str:
    """Why a file was not made or a client held back."""
    own = named("reason", code)
    return words.say(own) if words.has(own) else rule_name(words, code)


def rule_reason(words: Catalogue, rule: str) -> str:
    """Why the rule is there; nothing where its name says it."""
    message = f"{named('rule', rule)}.why"
    return words.say(message) if words.has(message) else ""


def table_name(words: Catalogue, table: str) -> str:
    """A canonical table's name in words."""
    return words.say(named("table", table))


def expected_clause(check: Check) -> Clause:
    """One clause: what would have been right."""
    facts = dict(check.facts)
    tables = {name: clause(named("table", facts[name])) for name in facts if name == "target"}
    return Clause(f"{named('rule', check.rule)}.expected", facts | tables)
