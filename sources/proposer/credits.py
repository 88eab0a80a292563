"""Files that hold nothing but credit notes or refunds, as their names say."""

from collections.abc import Sequence
from dataclasses import replace

from messages.clause import Clause
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import named
from sources.proposer.vocabulary import plain, singular, vocabulary

_JOINING = {"and", "y", "with", "con"}


def gives_back(looked: Looked, what: str) -> bool:
    """Whether the file's name says that all its rows are `credit_note` or `refund`, and not those
    of invoices or payments with them."""
    words = plain(looked.sample.stem.rsplit("/", 1)[-1]).split("_")
    said = [singular(word) for word in words if not word.isdigit()]
    said = [word for word in said if word not in vocabulary().noise]
    ends = {"_".join(said[at:]) for at in range(len(said))}
    return not _JOINING & set(said) and bool(ends & set(vocabulary().hints[what]))


def own_names(looked: Looked, table: str, codes: Sequence[str]) -> tuple[str, ...]:
    """The names that a file of credit notes or refunds has its own key by; none of other files,
    and of one that names the credited invoice beside its own number."""
    words = vocabulary()
    what = {"invoices": "credit_note", "payments": "refund"}.get(table, "")
    if not what or not gives_back(looked, what) or named(looked, _credited()):
        return ()
    return (*words.forms(*words.hints[what]), *codes)


def credited_invoice(looked: Looked, key: str) -> list[Guess]:
    """The invoice that a credit note takes back, in a file of such."""
    found = named(looked, (*_credited(), *vocabulary().key_names("invoices")))
    if found is None or found[0] == key or not gives_back(looked, "credit_note"):
        return []
    reason = because("named", column=found[0])
    return [Guess("credited_invoice_id", {"column": found[0]}, 0.8, (reason,))]


def _credited() -> tuple[str, ...]:
    return vocabulary().names["invoices"]["credited_invoice_id"]


def given_back(looked: Looked, amounts: Sequence[Guess]) -> list[Guess]:
    """Amounts of such a file, below zero where it writes them above."""
    reason = because("gives_back", file=looked.name)
    return [_below(looked, item, reason) for item in amounts]


def _below(looked: Looked, guess: Guess, reason: Clause) -> Guess:
    shape = looked.shapes.get(str(guess.rule.get("column", "")))
    numbers = [shape.number(word) or 0 for word in shape.distinct] if shape else []
    if min(numbers, default=0) < 0:
        return guess
    confidence = min(guess.confidence, 0.75)
    evidence = (*guess.evidence, reason)
    return replace(
        guess, rule={**guess.rule, "negate": True}, confidence=confidence, evidence=evidence
    )
