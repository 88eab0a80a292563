"""Which file is which table: by the file's name, by its columns, by who refers to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sources.proposer.account_names import lists_accounts
from sources.proposer.columns import own_key
from sources.proposer.guesses import Looked
from sources.proposer.known import Key, Known, are_unique, key_of, named
from sources.proposer.tables import attempt
from sources.proposer.vocabulary import plain, singular, vocabulary

_VERSIONS = "subscription_versions"
ORDER = (
    "managers",
    "accounts",
    "products",
    "subscriptions",
    _VERSIONS,
    "invoices",
    "contacts",
    "contracts",
    "invoice_lines",
    "payments",
    "leads",
    "opportunities",
    "tickets",
    "surveys",
    "usage",
    "meetings",
    "tasks",
    "targets",
    "fx_rates",
)
"""Tables that others refer to come first."""
_REFERRING = {"subscriptions", "invoices", "opportunities", "tickets", "usage"}
_LEAST_NAMED = 3


def roles(files: Sequence[Looked], known: Known) -> tuple[dict[str, tuple[Looked, ...]], Known]:
    """The files of each table, and the keys that were found on the way."""
    by_name = {item.name: _tables_of_name(item) for item in files}
    # A name that says nothing leaves it to the columns, whatever other files are called.
    candidates = {item.name: by_name[item.name] or _tables_of_columns(item) for item in files}
    taken: dict[str, tuple[Looked, ...]] = {}
    free = list(files)
    for table in ORDER:
        likely = [item for item in free if table in candidates[item.name]]
        found = _of_table(table, _called(likely, by_name), candidates, known)
        found = found or _of_table(table, likely, candidates, known)
        if found:
            taken[table] = found
            free = [item for item in free if item not in found]
            known = _with_key(known, found[0], table)
    return taken, known


def _called(likely: Sequence[Looked], by_name: Mapping[str, Sequence[str]]) -> list[Looked]:
    """Those of the files whose name says what they are."""
    return [item for item in likely if by_name[item.name]]


def _with_key(known: Known, looked: Looked, table: str) -> Known:
    key = own_key(looked, table)
    return replace(known, keys={**known.keys, table: key_of(looked, key)}) if key else known


def _of_table(
    table: str, likely: Sequence[Looked], candidates: Mapping[str, tuple[str, ...]], known: Known
) -> tuple[Looked, ...]:
    able = [item for item in likely if _is_able(item, known, table, candidates)]
    if table == "accounts" and able:
        return (max(able, key=lambda item: _account_score(item, known.files, candidates)),)
    if table in {"surveys"}:
        return tuple(able)
    first = sorted(able, key=lambda item: candidates[item.name].index(table))
    return tuple(item for item in first if item.sample.header == first[0].sample.header)


def _is_able(
    looked: Looked, known: Known, table: str, candidates: Mapping[str, tuple[str, ...]]
) -> bool:
    before = candidates[looked.name][: candidates[looked.name].index(table)]
    if table == "accounts" and "contacts" in before and named(looked, _other_accounts()):
        return False
    if table == "products" and named(looked, vocabulary().key_names("invoices")):
        return False
    lacking = attempt(looked, known, table).lacking
    return not (set(lacking) - {"account_id"}) if table in {"surveys", "invoices"} else not lacking


def _other_accounts() -> tuple[str, ...]:
    """Names of an account's key in a file of people."""
    words = vocabulary()
    return tuple(
        name
        for name in words.key_names("accounts")
        if "contact" not in name and "user" not in name and "usuario" not in name
    )


def _account_score(
    looked: Looked, files: Sequence[Looked], candidates: Mapping[str, tuple[str, ...]]
) -> tuple[int, int, int]:
    """How many files refer to it, and how plainly it is named."""
    key = key_of(looked, own_key(looked, "accounts"))
    referring = [
        other
        for other in files
        if other is not looked and _REFERRING & set(candidates[other.name]) and _refers(other, key)
    ]
    words = vocabulary().entities["accounts"]
    name = next((name for name in _names_of(looked) if name in words), "")
    return len(referring), candidates[looked.name][0] == "accounts", -_rank(name, words)


def _rank(name: str, words: Sequence[str]) -> int:
    return words.index(name) if name in words else len(words)


def _refers(other: Looked, key: Key) -> bool:
    names = (key.looked.plain[key.column], *vocabulary().key_names("accounts"))
    columns = [name for name, said in other.plain.items() if said in names and said != "id"]
    return any(
        sum(word in key.values for word in other.shapes[name].distinct) * 2
        > len(other.shapes[name].distinct)
        for name in columns
        if other.shapes[name].distinct
    )


def _tables_of_name(looked: Looked) -> tuple[str, ...]:
    """By what the file is called; none of a file without rows."""
    found = map(vocabulary().tables_of_file, _names_of(looked) if looked.sample.rows else ())
    tables = next((tables for tables in found if tables), ())
    return (_VERSIONS,) if "subscriptions" in tables and _are_versions(looked) else tables


def _are_versions(looked: Looked) -> bool:
    """Whether subscriptions come again with the day from which they were so."""
    key, since = own_key(looked, "subscriptions"), vocabulary().names[_VERSIONS]["valid_from"]
    return bool(key) and named(looked, since) is not None and not are_unique(looked, [key])


def _tables_of_columns(looked: Looked) -> tuple[str, ...]:
    """By how many columns bear the names of a table."""
    if not looked.sample.rows:
        return ()
    if lists_accounts(looked):
        return ("accounts",)
    if _is_file_of_lines(looked):
        return ("invoices",)
    counted = Counter(
        {table: _named_columns(looked, table) for table in ORDER if own_key(looked, table)}
    )
    best = [table for table, count in counted.most_common() if count >= _LEAST_NAMED]
    return tuple(best[:2])


def _is_file_of_lines(looked: Looked) -> bool:
    """Whether each row is something bought, with its document's number."""
    words = vocabulary()
    keys = (words.key_names("invoices"), words.key_names("products"), words.hints["quantity"])
    return all(named(looked, names) for names in keys)


def _named_columns(looked: Looked, table: str) -> int:
    names = vocabulary().names.get(table, {})
    return sum(named(looked, options) is not None for options in names.values())


def _names_of(looked: Looked) -> list[str]:
    """The file's name without dates and filler words, then what it ends with.

    `salesforce_accounts` is `salesforce_account`, else `account`.
    """
    words = plain(looked.sample.stem.rsplit("/", 1)[-1]).split("_")
    kept = [word for word in words if word not in vocabulary().noise and not word.isdigit()]
    kept = [*kept[:-1], singular(kept[-1])] if kept else []
    return ["_".join(kept[at:]) for at in range(len(kept))]
