"""Which account a client of another system might be: proposals with evidence.

A person judges them; nothing is joined by them. Names are compared without accents, case,
punctuation and legal forms.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

import pandas as pd


class Evidence(StrEnum):
    """Why an account is proposed."""

    SAME_TAX_ID = "same_tax_id"
    SAME_DOMAIN = "same_domain"
    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"


_WEIGHTS = {
    Evidence.SAME_TAX_ID: 0.97,
    Evidence.SAME_DOMAIN: 0.85,
    Evidence.SAME_NAME: 0.8,
    Evidence.SIMILAR_NAME: 0.5,
}
_SIMILAR = 0.85
_MOST_PROPOSED = 3
_COMMON_TOKEN = 50
_LEGAL_FORMS = frozenset(
    [
        *("sa", "sl", "slu", "slp", "sau", "sas", "srl", "sc", "sab", "sapi", "spa", "cv"),
        *("rl", "ltda", "cia", "inc", "incorporated", "llc", "ltd", "limited", "plc", "corp"),
        *("corporation", "co", "company", "gmbh", "ag", "bv", "nv", "oy", "ab", "as", "kg"),
        *("pty",),
    ]
)
_FREE_MAIL = frozenset(
    [
        *("gmail.com", "googlemail.com", "hotmail.com", "hotmail.es", "outlook.com"),
        *("outlook.es", "live.com", "msn.com", "yahoo.com", "yahoo.es", "yahoo.com.mx"),
        *("icloud.com", "me.com", "aol.com", "gmx.com", "proton.me", "protonmail.com"),
    ]
)


@dataclass(frozen=True)
class ExternalKey:
    """A client of another system that leads to no account yet, and the rows that wait for it."""

    system: str
    external_id: str
    name: str = ""
    domain: str = ""
    tax_id: str = ""
    rows: int = 0


@dataclass(frozen=True)
class Candidate:
    """An account it might be. `fits` counts the accounts that the same evidence speaks for."""

    account_id: str
    evidence: tuple[Evidence, ...]
    confidence: float
    fits: int


@dataclass(frozen=True)
class _Known:
    """The accounts by what they could be recognised by."""

    by_tax_id: Mapping[str, set[str]]
    by_domain: Mapping[str, set[str]]
    by_name: Mapping[str, set[str]]
    by_token: Mapping[str, set[str]]
    """Accounts by each word of their names."""
    names: Mapping[str, str]


def candidates(
    keys: Sequence[ExternalKey], accounts: pd.DataFrame, contacts: pd.DataFrame
) -> dict[ExternalKey, tuple[Candidate, ...]]:
    """For each key the accounts it might be, the most likely first; none where nothing speaks.

    Accounts are known by name, tax id, domain, and the mail addresses of their contacts.
    """
    known = _known(accounts, contacts)
    return {key: _candidates_of(key, known) for key in keys}


def _candidates_of(key: ExternalKey, known: _Known) -> tuple[Candidate, ...]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for evidence, account in _speaking(key, known):
        found[account].append(evidence)
    alike: dict[tuple[Evidence, ...], int] = defaultdict(int)
    for reasons in found.values():
        alike[tuple(reasons)] += 1
    made = [
        Candidate(account, tuple(reasons), _confidence(reasons, alike), alike[tuple(reasons)])
        for account, reasons in found.items()
    ]
    ranked = sorted(made, key=lambda item: (-item.confidence, item.account_id))
    return tuple(ranked[:_MOST_PROPOSED])


def _confidence(reasons: Sequence[Evidence], alike: Mapping[tuple[Evidence, ...], int]) -> float:
    """How sure the evidence makes it; shared by the accounts that it speaks for alike."""
    doubt = 1.0
    for reason in reasons:
        doubt *= 1 - _WEIGHTS[reason]
    return round((1 - doubt) / alike[tuple(reasons)], 2)


def _speaking(key: ExternalKey, known: _Known) -> Iterator[tuple[Evidence, str]]:
    name = normalised_name(key.name or key.external_id)
    for account in sorted(known.by_tax_id.get(normalised_tax_id(key.tax_id), ())):
        yield Evidence.SAME_TAX_ID, account
    for account in sorted(known.by_domain.get(_own_domain(key.domain), ())):
        yield Evidence.SAME_DOMAIN, account
    same = known.by_name.get(name, set[str]())
    for account in sorted(same):
        yield Evidence.SAME_NAME, account
    for account in sorted(_similar(name, known) - same):
        yield Evidence.SIMILAR_NAME, account


def _similar(name: str, known: _Known) -> set[str]:
    """Accounts whose names share a telling word and most of their letters."""
    shelves = [known.by_token.get(token, set[str]()) for token in name.split()]
    near = {account for shelf in shelves if len(shelf) <= _COMMON_TOKEN for account in shelf}
    return {
        account
        for account in near
        if SequenceMatcher(None, name, known.names[account]).ratio() >= _SIMILAR
    }


def _known(accounts: pd.DataFrame, contacts: pd.DataFrame) -> _Known:
    ids = accounts["account_id"].tolist()
    names = dict(zip(ids, map(normalised_name, _texts(accounts, "account_name")), strict=True))
    tax_ids = zip(ids, map(normalised_tax_id, _texts(accounts, "tax_id")), strict=True)
    domains = [*zip(ids, _texts(accounts, "domain"), strict=True)]
    domains += zip(_texts(contacts, "account_id"), _texts(contacts, "email"), strict=True)
    present = set(ids)
    return _Known(
        by_tax_id=_shelves(tax_ids),
        by_domain=_shelves((a, _own_domain(text)) for a, text in domains if a in present),
        by_name=_shelves(names.items()),
        by_token=_shelves((a, token) for a, name in names.items() for token in name.split()),
        names=names,
    )


def _shelves(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for account, word in pairs:
        if word:
            found[word].add(account)
    return dict(found)


def _texts(frame: pd.DataFrame, name: str) -> list[str]:
    return frame[name].fillna("").tolist()


def normalised_name(name: str) -> str:
    """`Acmé, S.A. de C.V.` is `acme`; a name of legal forms alone keeps its first word."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    tokens = re.sub(r"[^0-9a-z]+", " ", letters.replace(".", "").replace("&", " and ")).split()
    while len(tokens) > 1 and (tokens[-1] in _LEGAL_FORMS or tokens[-1] == "de"):
        tokens.pop()
    return " ".join(tokens)


def normalised_tax_id(tax_id: str) -> str:
    """Letters and digits alone; `ES-B12345678` is `B12345678`. Empty where too short to tell."""
    plain = re.sub(r"[^0-9A-Z]", "", tax_id.upper())
    bare = re.sub(r"^(?:ES|MX|GB|DE|FR|IT|PT)(?=[0-9A-Z]{8,})", "", plain)
    return bare if len(bare) >= 6 else ""


def _own_domain(written: str) -> str:
    """The domain of an address or a web site; empty for mail that anybody can have."""
    domain = written.strip().lower().rsplit("@", 1)[-1].removeprefix("www.")
    return domain if "." in domain and domain not in _FREE_MAIL else ""
