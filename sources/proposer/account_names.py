"""Accounts that a file names by something else than their key, or that have no list."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import Known, are_unique, key_of, share_joined
from sources.proposer.shapes import Shape
from sources.proposer.vocabulary import plain, vocabulary

_JOINED = 0.5
_KEY = "account_id"
_LISTED = 0.8


def account_by_name(looked: Looked, known: Known) -> tuple[Guess, Mapping[str, str]] | None:
    """The account from the file of accounts, by another column that tells them apart there: a
    domain, a name, a tax number."""
    accounts = known.keys.get("accounts")
    if accounts is None or accounts.looked is looked or accounts.looked.is_part:
        return None
    found = [
        (share, ours, theirs)
        for theirs in _telling(accounts.looked, accounts.column)
        for ours in looked.sample.header
        if not _is_of_people(looked, ours)
        and not looked.shapes[ours].is_date
        and not looked.shapes[ours].is_number
        and (share := share_joined(looked, ours, key_of(accounts.looked, theirs))) >= _JOINED
    ]
    if not found:
        return None
    share, ours, theirs = max(found)
    file = accounts.looked.name
    lookup = {"name": "account", "file": file, "column": ours, "key": theirs}
    reason = because("joins", share=f"{share:.0%}", file=file, column=theirs)
    rule = {"column": f"account.{accounts.column}"}
    return Guess("account_id", rule, 0.8, (reason,)), lookup


def _telling(accounts: Looked, key: str) -> list[str]:
    """Columns of texts, besides the key, that are another one in every row."""
    return [
        name
        for name in accounts.sample.header
        if name != key
        and _can_name(accounts.shapes[name])
        and not _is_of_people(accounts, name)
        and are_unique(accounts, [name])
    ]


def _is_of_people(looked: Looked, column: str) -> bool:
    """Whether it names who looks after an account: among few, each may have one only by chance."""
    words = vocabulary()
    names = (*words.key_names("managers"), *words.hints["name_of_manager"])
    return looked.plain[column] in names


def _can_name(shape: Shape) -> bool:
    """Whether its words may be one account's: no amounts, days, truths, countries or currencies."""
    is_other = shape.is_number or shape.is_date or shape.is_truth
    return not (shape.is_empty or is_other or shape.is_country or shape.is_currency)


def with_accounts_named(files: Sequence[Looked]) -> list[Looked]:
    """The files, whose column of accounts is called so where it has a name of the company's own:
    what tells one file's rows apart and comes again in documents, tickets or answers of another,
    as `id_estudiante` does."""
    if any(_says_account(item) for item in files):
        return list(files)
    name = _own_name(files)
    return [_renamed(item, name) for item in files] if name else list(files)


def lists_accounts(looked: Looked) -> bool:
    """Whether a key of a name of the company's own, that was found to be accounts', tells its rows
    apart."""
    return any(
        said == _KEY and plain(name) != _KEY and _tells(looked, name)
        for name, said in looked.plain.items()
    )


def _says_account(looked: Looked) -> bool:
    """Whether some column has one of the names of accounts' keys."""
    names = vocabulary().key_names("accounts")
    return any(said in names and said not in _ANY for said in looked.plain.values())


_ANY = {"id", "codigo", "code", "numero"}


def _own_name(files: Sequence[Looked]) -> str:
    """The comparable name of a key that most files refer to and no table is known by."""
    counted: dict[str, int] = {}
    for listed in files:
        for column, said in listed.plain.items():
            if _is_own_key(said) and _tells(listed, column):
                key = key_of(listed, column)
                again = (
                    other
                    for other in files
                    if other is not listed
                    for name, word in other.plain.items()
                    if word == said
                    and not _tells(other, name)
                    and share_joined(other, name, key) >= _LISTED
                )
                counted[said] = max(counted.get(said, 0), sum(1 for _ in again))
    likely = max(counted, key=lambda name: counted[name], default="")
    return likely if likely and counted[likely] else ""


def _is_own_key(said: str) -> bool:
    """Whether it is called a key, and not one of what is known."""
    words = vocabulary()
    is_known = any(said in words.key_names(table) for table in words.entities)
    return said.startswith("id_") or said.endswith("_id") if not is_known else False


def _tells(looked: Looked, column: str) -> bool:
    return not looked.shapes[column].has_blanks and are_unique(looked, [column])


def _renamed(looked: Looked, said: str) -> Looked:
    called = {name: _KEY if word == said else word for name, word in looked.plain.items()}
    return replace(looked, plain=called)
