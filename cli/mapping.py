"""`cartera map`: propose a mapping for exports that nobody has described yet."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.options import CompanyIfAny, Language
from cli.words import readers_language
from messages.catalogue import catalogue

if TYPE_CHECKING:
    from sources.proposer import Company


def command(
    folder: Path,
    out: Annotated[Path, typer.Option()],
    company: CompanyIfAny = None,
    lang: Language = None,
) -> None:
    """Guess what unknown exports hold, and write a mapping to read over and correct."""
    from cli.mapping_report import print_proposal
    from sources.proposer import Company, propose
    from sources.proposer.errors import MappingTakenError
    from sources.proposer.shipped import with_shipped
    from sources.proposer.text import mapping_text

    words = catalogue(readers_language(lang))
    if out.exists():
        raise MappingTakenError(out)
    proposal = propose(folder, out.stem, _company_of(company) if company else Company())
    proposal = with_shipped(proposal)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(mapping_text(proposal, words), encoding="utf-8")
    print_proposal(proposal, out, words)


def _company_of(folder: Path) -> "Company":
    from pipeline.settings import load_settings
    from sources.proposer import Company

    settings = load_settings(folder)
    facts = settings.company
    return Company(facts.reporting_currency, facts.country, facts.languages[0])
