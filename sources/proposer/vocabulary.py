"""What exports call things: the words of vocabulary.toml, and names made comparable."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Vocabulary:
    """Names by what they mean; earlier ones count more."""

    entities: Mapping[str, tuple[str, ...]]
    files: Mapping[str, tuple[str, ...]]
    noise: frozenset[str]
    names: Mapping[str, Mapping[str, tuple[str, ...]]]
    hints: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, Mapping[str, str]]]
    """By table and column: the canonical word of each word that exports write."""
    bills: frozenset[str]

    def key_names(self, table: str) -> tuple[str, ...]:
        """Names of a column that holds the key of a table's rows."""
        words = self.entities.get(table, ())
        return self.forms(*words)

    @staticmethod
    def forms(*words: str) -> tuple[str, ...]:
        """What the key of a thing of these words is called."""
        return tuple(dict.fromkeys(name for word in words for name in _key_forms(word)))

    def tables_of_file(self, name: str) -> tuple[str, ...]:
        """The tables that a file of this name may be, the likeliest first."""
        if name in self.files:
            return self.files[name]
        return tuple(table for table, words in self.entities.items() if name in words)


def _key_forms(word: str) -> tuple[str, ...]:
    ids = (
        f"{word}_id",
        f"id_{word}",
        f"{word}id",
        f"{word}_no",
        f"{word}_code",
        f"num_{word}",
        f"{word}_ref",
    )
    numbers = (f"numero_{word}", f"codigo_{word}", f"cod_{word}")
    # `Nº factura` and `N.º factura` without their sign
    numbers = (*numbers, f"n_{word}", f"no_{word}", f"n_o_{word}")
    return (*ids, *numbers, word, f"{word}_number")


@cache
def vocabulary() -> Vocabulary:
    """The words of both languages."""
    path = Path(__file__).with_name("vocabulary.toml")
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    names = {table: _lists(columns) for table, columns in raw["names"].items()}
    # A version of a subscription is one, with days of its own.
    names["subscription_versions"] = names["subscriptions"] | names["subscription_versions"]
    return Vocabulary(
        _lists(raw["entities"]),
        _lists(raw["files"]),
        frozenset(raw["noise"]["file"]),
        names,
        _lists(raw["hints"]),
        {table: _meanings(columns) for table, columns in raw["values"].items()},
        frozenset(raw["bills"]["words"]),
    )


def _lists(raw: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(words) for key, words in raw.items()}


def _meanings(raw: Mapping[str, Mapping[str, list[str]]]) -> dict[str, dict[str, str]]:
    return {
        column: {word: meant for meant, words in meanings.items() for word in words}
        for column, meanings in raw.items()
    }


_PREFIX = re.compile(r"^property_(hs_)?(?=.)")


def plain(name: str) -> str:
    """A name of an export without accents, case and system marks, `_` between its words."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", flat.removesuffix("__c"))
    said = _PREFIX.sub("", re.sub(r"[^a-z0-9]+", "_", parted.lower()).strip("_"))
    return re.sub(r"_(de_la|del|de|of)_", "_", said)


_SHORT = {
    **{"num": "numero", "nro": "numero", "cod": "codigo", "fec": "fecha", "fch": "fecha"},
    **{"vto": "vencimiento", "vcto": "vencimiento", "venc": "vencimiento", "lin": "linea"},
    **{"art": "articulo", "cant": "cantidad", "dto": "descuento", "imp": "importe"},
    **{"cli": "cliente", "fra": "factura", "fact": "factura", "tot": "total", "vend": "vendedor"},
    **{"prob": "probability", "amt": "amount", "cust": "customer", "acct": "account"},
    **{"inv": "invoice", "dt": "date", "opp": "opportunity", "prod": "product"},
}
"""What people and ERPs write short, as the word that names are compared by."""


def comparable(header: Sequence[str]) -> dict[str, str]:
    """The comparable name of each column of a header.

    A name that nothing is called is spelled out, and of a path into JSON (`totals.net`) its end
    counts, where no other column is called so.
    """
    # A percentage is no amount of what it is of.
    said = {name: plain(name) + "_percent" * ("%" in name) for name in header}
    for name, word in said.items():
        if word in _known_names():
            continue
        forms = (
            spelled_out(word),
            _WITH_CODE.sub("", word),
            # `Deal - Title`, `Account Name.id`
            plain(name.partition(" - ")[2]),
            re.sub(r"_name_id$", "_id", word),
            *(spelled_out(plain(end)) for end in _ends(name)),
        )
        free = (form for form in forms if form in _known_names() and form not in said.values())
        said[name] = next(free, word)
    return said


_WITH_CODE = re.compile(r"_(usd|eur|gbp|mxn|cop|clp|ars|pen|brl|chf|cad|aud)$")
"""The currency that the name of an amount ends in, where its code is no word as TOP and ALL are."""


def currency_of_name(said: str) -> str:
    """The code that a comparable name ends in; empty where it ends in none.

    >>> currency_of_name("total_usd"), currency_of_name("total_all")
    ('USD', '')
    """
    found = _WITH_CODE.search(said)
    return found[1].upper() if found else ""


def spelled_out(word: str) -> str:
    """`f_vto` is `fecha_vencimiento`, `cod_cli` is `codigo_cliente`."""
    first, *rest = word.split("_")
    first = "fecha" if first == "f" and rest else first
    return "_".join(_SHORT.get(part, part) for part in (first, *rest))


def _ends(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[at:]) for at in range(1, len(parts))] if " " not in name else []


@cache
def _known_names() -> frozenset[str]:
    """Every name that something is called by."""
    words = vocabulary()
    columns = [names for table in words.names.values() for names in table.values()]
    keys = [words.key_names(table) for table in words.entities]
    return frozenset(name for names in (*columns, *words.hints.values(), *keys) for name in names)


def singular(word: str) -> str:
    """`invoices` is `invoice`, `suscripciones` is `suscripcion`, `companies` is `company`."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("iones", "dores", "res", "ales", "dades")) and len(word) > 6:
        return word[:-2]
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
