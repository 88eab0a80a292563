"""What can be found wrong before anything slow starts."""

from pathlib import Path

from messages.catalogue import lacking, languages
from messages.errors import CarteraError
from pipeline.compute.known_at import parse_cut_off
from pipeline.settings import Settings, load_settings
from transforms.core.periods import Period
from warehouse import open_warehouse


class UnknownLanguageError(CarteraError):
    """A language without a catalogue."""

    code = "failure-unknown-language"
    exit_code = 2
    language: str
    known: str


class LanguageHasGapsError(CarteraError):
    """A company's own language that lacks messages: a run would stop in the middle."""

    code = "failure-language-gaps"
    exit_code = 2
    language: str
    missing: tuple[str, ...]


class UnfitLastPeriodError(CarteraError):
    """A range of periods that does not end where its first one could."""

    code = "failure-unfit-last-period"
    exit_code = 2
    first: str
    last: str


def periods_through(settings: Settings, first: str, last: str | None) -> tuple[Period, ...]:
    """The first period, and those after it up to the last where one is named."""
    fiscal = settings.company.fiscal_start_month
    start = Period.parse(first, fiscal)
    found = start.through(Period.parse(last, fiscal)) if last else (start,)
    if not found:
        raise UnfitLastPeriodError(first, last or "")
    return found


def preflight(
    company: Path, period: str, known_at: str | None = None, language: str | None = None
) -> Settings:
    """The settings, once period, cut-off, language and warehouse are known to be usable."""
    settings = load_settings(company)
    possible(settings, period, known_at, language)
    with open_warehouse(settings.warehouse_url):
        return settings


def possible(settings: Settings, period: str, known_at: str | None, language: str | None) -> None:
    """Raises what is wrong with what was asked for."""
    Period.parse(period, settings.company.fiscal_start_month)
    if known_at is not None:
        parse_cut_off(known_at, settings.company.time_zone)
    if language is not None and language not in languages():
        raise UnknownLanguageError(language, " / ".join(languages()))
    for spoken in filter(None, (language, *settings.company.languages)):
        if missing := lacking(spoken):
            raise LanguageHasGapsError(spoken, missing)
