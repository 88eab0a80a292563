"""A file as one canonical table: a guess for each of its columns, or what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass

from sources.proposer.account_names import account_by_name
from sources.proposer.columns import (
    account_guess,
    bridge_to_account,
    cleaned,
    constant,
    currency_guess,
    name_of_row,
    named_guess,
    own_key,
    reference,
)
from sources.proposer.credits import own_names
from sources.proposer.guesses import Guess, Looked, TableGuess, because
from sources.proposer.known import Known, are_unique, named
from sources.proposer.outcomes import stage_lookup
from sources.proposer.special import SPECIAL, lookup_name, lookup_of
from sources.proposer.vocabulary import vocabulary
from transforms.tables import TABLES, Column, Kind, TableSpec

_NAMES = {"account_name", "manager_name", "contact_name", "product_name"}
_MADE_OF = {
    "payments": ("invoice_id", "paid_date"),
    "meetings": ("account_id", "starts_at"),
    "usage": ("account_id", "usage_date"),
}
_WITHOUT_KEY_COLUMN = {"targets"}


@dataclass(frozen=True)
class Attempt:
    """A file taken for a table. `lacking` names required columns without a source."""

    table: TableGuess
    lookups: tuple[Mapping[str, str], ...]
    lacking: tuple[str, ...]


def attempt(looked: Looked, known: Known, table: str, combined: bool = False) -> Attempt:
    """Every column of the table that the file can fill."""
    spec = TABLES[table]
    key = own_key(looked, table)
    guesses = _own_keys(looked, spec, key, combined)
    guesses |= {item.column: item for item in _special(looked, known, table)}
    bridge: list[Mapping[str, str]] = []
    if table != "accounts" and "account_id" in spec.by_name and "account_id" not in guesses:
        account, bridge = _account(looked, known, table, key)
        guesses |= account
    is_own = table == "accounts"
    done = {*guesses, *([] if is_own else ["account_id"])}
    # A credit note without a number of its own has not that of the invoice.
    done |= set(spec.key) if own_names(looked, table, ()) else set()
    left = [c for c in spec.columns if c.name not in done]
    found = (_guess(looked, known, spec, column, key) for column in left)
    guesses |= {guess.column: guess for guess in found if guess}
    guesses |= _made_key(looked, spec, guesses)
    guesses |= _priced(looked, known, spec, guesses)
    lookups = (*bridge, *_needed_lookups(looked, known, guesses))
    return _attempt(spec, guesses, lookups, combined)


def _attempt(
    spec: TableSpec,
    guesses: Mapping[str, Guess],
    lookups: tuple[Mapping[str, str], ...],
    combined: bool,
) -> Attempt:
    ordered = tuple(guesses[name] for name in spec.by_name if name in guesses)
    lacking = tuple(c.name for c in spec.columns if c.required and c.name not in guesses)
    since = guesses.get("valid_from")
    latest_by = str(since.rule["column"]) if since else ""
    return Attempt(TableGuess(spec.name, ordered, combined, latest_by=latest_by), lookups, lacking)


def _own_keys(looked: Looked, spec: TableSpec, key: str, combined: bool) -> dict[str, Guess]:
    if not key or spec.name in _WITHOUT_KEY_COLUMN or len(spec.key) != 1:
        return {}
    return {spec.key[0]: key_guess(looked, spec, key, combined)}


def _account(
    looked: Looked, known: Known, table: str, key: str
) -> tuple[dict[str, Guess], list[Mapping[str, str]]]:
    """The account of the rows, and the lookup that it may need."""
    if found := account_guess(looked, known):
        return {"account_id": found}, []
    bridged = account_by_name(looked, known)
    bridged = bridged or (bridge_to_account(looked, known, table, key) if key else None)
    return ({"account_id": bridged[0]}, [bridged[1]]) if bridged else ({}, [])


def _made_key(looked: Looked, spec: TableSpec, guesses: Mapping[str, Guess]) -> dict[str, Guess]:
    """The key of a payment, meeting or use that has none: of what or whom it is, when, and which
    of the like it is."""
    beside = [guesses.get(name) for name in _MADE_OF.get(spec.name, ())]
    parts = [str(item.rule["column"]) for item in beside if item and "column" in item.rule]
    if not beside or spec.key[0] in guesses or len(parts) < len(beside):
        return {}
    reason = because("made_key", columns=", ".join(parts))
    return {spec.key[0]: Guess(spec.key[0], {"join": [*parts, "#occurrence"]}, 0.6, (reason,))}


def _special(looked: Looked, known: Known, table: str) -> list[Guess]:
    return SPECIAL[table](looked, known) if table in SPECIAL else []


def key_guess(looked: Looked, spec: TableSpec, key: str, combined: bool) -> Guess:
    """The key, with what makes it unique where it is not by itself."""
    rule: dict[str, object] = {"column": key, **cleaned(looked.shapes[key])}
    if combined:
        return Guess(spec.key[0], rule, 0.85, (because("repeated", column=key),))
    if are_unique(looked, [key]):
        return Guess(spec.key[0], rule, 0.95, (because("unique", column=key),))
    beside = _what_makes_unique(looked, spec, key)
    if beside:
        reason = because("unique_together", columns=", ".join((key, *beside)))
        return Guess(spec.key[0], {"join": [key, *beside]}, 0.75, (reason,))
    reason = because("never_unique", column=key)
    return Guess(spec.key[0], {"join": [key, "#occurrence"]}, 0.55, (reason,))


def _what_makes_unique(looked: Looked, spec: TableSpec, key: str) -> tuple[str, ...]:
    """Another key column of the file that tells the repeated rows apart."""
    words = vocabulary()
    others = [table for table in words.entities if table != spec.name]
    found = [named(looked, words.key_names(table)) for table in others]
    columns = dict.fromkeys(item[0] for item in found if item and item[0] != key)
    return next(((column,) for column in columns if are_unique(looked, [key, column])), ())


def _guess(looked: Looked, known: Known, spec: TableSpec, column: Column, key: str) -> Guess | None:
    if column.name in _NAMES:
        return name_of_row(looked, spec.name, column, key)
    if column.name == "manager_id" and spec.name != "managers":
        return _manager(looked, known, column)
    if (
        column.references
        and column.name in TABLES[column.references].key
        and key_is_other(spec, column)
    ):
        return reference(looked, known, column)
    if column.name == "locale":
        locale = known.company.locale
        return constant("locale", locale, "company_locale") if locale else None
    if column.kind is Kind.CURRENCY and column.name == "currency":
        return _currency(looked, known, spec)
    return named_guess(looked, spec.name, column)


def key_is_other(spec: TableSpec, column: Column) -> bool:
    """Whether the column names a row of another table, not of this one."""
    return spec.name != column.references


def manager_beside(looked: Looked) -> str:
    """The column that tells managers in a file of accounts; empty where none does.

    It holds names, or keys beside a column of names, and comes again.
    """
    found = named(looked, vocabulary().key_names("managers"))
    shape = looked.shapes[found[0]] if found else None
    if found is None or shape is None or shape.is_number:
        return ""
    is_name = sum(" " in word for word in shape.distinct) * 2 > len(shape.distinct)
    is_name = is_name or named(looked, vocabulary().hints["name_of_manager"]) is not None
    return found[0] if is_name and len(shape.distinct) * 2 <= shape.filled else ""


def _manager(looked: Looked, known: Known, column: Column) -> Guess | None:
    if "managers" not in known.keys:
        beside = manager_beside(looked)
        reason = because("named", column=beside)
        return Guess("manager_id", {"column": beside}, 0.6, (reason,)) if beside else None
    found = reference(looked, known, column)
    return found if found and found.confidence >= 0.6 else None


def _currency(looked: Looked, known: Known, spec: TableSpec) -> Guess | None:
    if spec.name == "accounts" and not known.company.currency:
        return None
    return currency_guess(looked, known)


def _priced(
    looked: Looked, known: Known, spec: TableSpec, guesses: Mapping[str, Guess]
) -> dict[str, Guess]:
    """The currency of lines stands in their invoices."""
    if spec.name != "invoice_lines" or "column" in guesses["currency"].rule:
        return {}
    name, key = lookup_name(looked, known, "invoices"), known.keys.get("invoices")
    if not name or key is None:
        return {}
    found = currency_guess(key.looked, known)
    if "column" not in found.rule:
        return {}
    reason = because("price_of", column=found.rule["column"], file=key.looked.name)
    return {
        "currency": Guess("currency", {"column": f"{name}.{found.rule['column']}"}, 0.85, (reason,))
    }


def _needed_lookups(
    looked: Looked, known: Known, guesses: Mapping[str, Guess]
) -> list[Mapping[str, str]]:
    read = {
        str(guess.rule["column"]).partition(".")[0]
        for guess in guesses.values()
        if "." in str(guess.rule.get("column", ""))
        and str(guess.rule["column"]) not in looked.plain
    }
    found = (lookup_of(looked, known, table) for table in ("products", "invoices"))
    stage = stage_lookup(looked, known) if "stage" in read else None
    return [item for item in (*found, stage) if item and item["name"] in read]
