"""Babel's data of one locale, shared with no other."""

import os
from collections.abc import Sequence
from functools import cache, cached_property
from typing import cast

from babel import Locale, UnknownLocaleError, localedata

_FALLBACK = "en"  # a language that CLDR does not know, such as a pseudo-language


class OwnLocale(Locale):
    """A locale whose words depend on nothing but its tag.

    Babel copies a parent's data shallowly and writes resolved aliases back into it, so that es-MX
    takes over month names from es-ES when that was asked first.
    """

    @cached_property
    def _data(self) -> localedata.LocaleDataDict:  # pyright: ignore[reportIncompatibleMethodOverride]
        return localedata.LocaleDataDict(_unshared(str(self)))


@cache
def locale_of(tag: str) -> OwnLocale:
    """The locale of a BCP-47 tag, else of its language, else English."""
    for known in (tag, tag.split("-")[0], _FALLBACK):
        try:
            return cast(OwnLocale, OwnLocale.parse(known, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel knows English")


@cache
def is_spoken(tag: str) -> bool:
    """Whether CLDR knows the language in that country.

    >>> is_spoken("fr-CA"), is_spoken("fr-MX")
    (True, False)
    """
    return localedata.exists(tag.replace("-", "_"))


def environment_language(known: Sequence[str]) -> str:
    """The known language that the environment's locale names, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if written := os.environ.get(name):
            return next((each for each in known if written.lower().startswith(each)), _FALLBACK)
    return _FALLBACK


def _unshared(name: str) -> dict[str | int | None, object]:
    """The locale's data with its parents', all loaded anew."""
    with localedata._cache_lock:
        kept, localedata._cache = localedata._cache, {}
        try:
            return cast("dict[str | int | None, object]", localedata.load(name))
        finally:
            localedata._cache = kept
