"""Which documents are invoices and which credit notes."""

import re

from sources.proposer.columns import Rule, constant, meanings, named_guess, understands
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import hinted, named
from sources.proposer.vocabulary import vocabulary
from transforms.tables import TABLES


def document_kind(looked: Looked) -> Guess:
    """By a column that says it, by the number's first letter, by the sign of the total."""
    kind = hinted(looked, "document_type")
    if kind and understands("invoices", "document_kind", looked.shapes[kind]):
        values = meanings("invoices", "document_kind", looked.shapes[kind].distinct)
        reason = because("status_words", column=kind)
        return Guess("document_kind", {"column": kind, "values": values}, 0.85, (reason,))
    return _kind_by_letter(looked) or _kind_by_sign(looked)


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
