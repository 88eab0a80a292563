"""Which documents are invoices and which credit notes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sources.proposer.columns import Rule, constant, meanings, named_guess, understands
from sources.proposer.credits import given_back, gives_back
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import hinted, named
from sources.proposer.vocabulary import vocabulary
from transforms.tables import TABLES


def document_kind(looked: Looked) -> Guess:
    """By a column that says it, by the file's name, by the number's first letter, by the sign of
    the total."""
    kind = hinted(looked, "document_type")
    if kind and understands("invoices", "document_kind", looked.shapes[kind]):
        values = meanings("invoices", "document_kind", looked.shapes[kind].distinct)
        reason = because("status_words", column=kind)
        return Guess("document_kind", {"column": kind, "values": values}, 0.85, (reason,))
    if gives_back(looked, "credit_note"):
        return constant("document_kind", "credit_note", "file_name", 0.75)
    return _kind_by_letter(looked) or _kind_by_sign(looked)


def below_zero(looked: Looked, kind: Guess, amounts: Sequence[Guess]) -> list[Guess]:
    """The amounts, with those of credit notes below zero where the file tells the notes by a word
    or its own name, and writes their amounts as an invoice's."""
    if kind.rule.get("value") == "credit_note":
        return given_back(looked, amounts)
    words, column = kind.rule.get("values"), str(kind.rule.get("column", ""))
    total = next((item for item in amounts if item.column == "total_minor"), None)
    if not isinstance(words, dict) or total is None or "column" not in total.rule:
        return list(amounts)
    written = str(total.rule["column"])
    rows = zip(looked.sample.columns[column], looked.sample.columns[written], strict=True)
    of_credits = [text for word, text in rows if words.get(word) == "credit_note"]
    numbers = [looked.shapes[written].number(text) or 0 for text in of_credits]
    if not any(numbers) or min(numbers) < 0:
        return list(amounts)
    signs = {word: -1 if meant == "credit_note" else 1 for word, meant in words.items()}
    reason = because("credits_above_zero", column=column)
    return [
        replace(
            item,
            rule={**item.rule, "factor": {"column": column, "values": signs}},
            confidence=min(item.confidence, 0.75),
            evidence=(*item.evidence, reason),
        )
        for item in amounts
    ]


def _kind_by_sign(looked: Looked) -> Guess:
    total = named_guess(looked, "invoices", TABLES["invoices"].by_name["total_minor"])
    column = str(total.rule.get("column", "")) if total else ""
    words = looked.shapes[column].distinct if column else ()
    if not any(re.match("[-(]", word) for word in words):
        return constant("document_kind", "invoice", "no_column")
    rule: Rule = {
        "column": column,
        "extract": "^([-(])",
        "if_filled": "credit_note",
        "if_empty": "invoice",
    }
    return Guess("document_kind", rule, 0.65, (because("sign", column=column),))


def _kind_by_letter(looked: Looked) -> Guess | None:
    key = named(looked, vocabulary().key_names("invoices"))
    words = looked.shapes[key[0]].distinct if key else ()
    marked = [word for word in words if word[:1].isalpha()]
    if key and marked and len(marked) * 2 < len(words) and len({word[0] for word in marked}) <= 2:
        letter = max({word[0] for word in marked}, key=[word[0] for word in marked].count)
        rule: Rule = {
            "column": key[0],
            "extract": f"^({letter})",
            "if_filled": "credit_note",
            "if_empty": "invoice",
        }
        return Guess("document_kind", rule, 0.6, (because("letter", letter=letter, column=key[0]),))
    return None
