"""What every command says, in both languages, when all is well and when it is not."""

import csv
import io
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from .cases import Case, at, prepared
from .command_line import LOCALES, Ended, Job, run, run_all
from .commands import command_cases
from .companies import PERIOD, Companies
from .failing_exports import export_cases
from .failing_settings import mapping_cases, settings_cases
from .files import said
from .masks import Masks

_CLIENTS = {"es": "Textiles Ferrovía", "en": "Kazehana Robotics K.K."}
_FAST_STEP = 12


def take_terminal(companies: Companies, target: Path, masks: Masks, *, fast: bool) -> None:
    """`<language>/<case>.txt` for each case; without those that read exports where it is fast."""
    cases = [*settings_cases(), *mapping_cases(), *export_cases(), *command_cases()]
    chosen = [case for case in cases if not (fast and case.is_slow)]
    run_all(
        [_job(companies, target, masks, language, case) for language in LOCALES for case in chosen]
    )


def take_explain(companies: Companies, target: Path, masks: Masks, *, fast: bool) -> None:
    """`<language>/<whom>-<kpi>.txt`: where figures come from, as `cartera explain` tells it."""
    asked = list(explain_cases(companies, fast=fast))
    run_all([_job(companies, target, masks, language, case) for language, case in asked])


def explain_cases(companies: Companies, *, fast: bool) -> Iterator[tuple[str, Case]]:
    """Each figure of one client in Spanish, of another in English, and of everybody in both."""
    known = _kpi_ids(companies)
    for kpi in known[::_FAST_STEP] if fast else known:
        for language, client in _CLIENTS.items():
            yield language, _explained("client", client, kpi, "loaded-sample")
        for language in LOCALES:
            yield language, _explained("portfolio", "portfolio", kpi, "loaded-small")
    for kind, name in (("manager", "Elena Robles Arce"), ("account", "Kazehana Robotics K.K.")):
        case = _explained(kind, name, "mrr", "loaded-sample")
        yield "es", replace(case, arguments=(*case.arguments, "--by", kind, "--format", "json"))


def _explained(kind: str, name: str, kpi: str, company: str) -> Case:
    arguments = at("explain", name, kpi, "--period", PERIOD)
    return Case(f"{kind}-{kpi}", arguments, company, reads_only=True)


def _kpi_ids(companies: Companies) -> list[str]:
    """Every figure that clients or managers of the small company have."""
    found: list[str] = []
    for kind in ("client", "manager"):
        folder = companies.work / "said" / kind
        shutil.copytree(companies.loaded_small, folder / "company")
        arguments = at("kpis", "--period", PERIOD, "--by", kind, "--format", "csv")

        def keep(ended: Ended) -> None:
            found.extend(row["kpi"] for row in csv.DictReader(io.StringIO(ended.out)))

        run(Job(arguments, folder, folder / "ids", at_end=keep))
    return sorted(set(found))


def _job(companies: Companies, target: Path, masks: Masks, language: str, case: Case) -> Job:
    folder = companies.work / "cases" / language / case.name
    path = target / language / f"{case.name}.txt"

    def keep(ended: Ended) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        command = f"$ cartera {' '.join(case.arguments)}\n"
        path.write_text(command + said(ended, masks) + _shown(case, folder, masks), "utf-8")
        shutil.rmtree(folder)

    return Job(
        case.arguments,
        folder,
        companies.work / "said" / f"{language}-{case.name}",
        {"LC_ALL": LOCALES[language], **case.environment},
        case.typed,
        lambda: prepared(case, companies, folder),
        keep,
    )


def _shown(case: Case, folder: Path, masks: Masks) -> str:
    """The files that the command wrote, as text."""
    found = [path for pattern in case.shows for path in sorted(folder.glob(pattern))]
    texts = []
    for path in found:
        told = path.read_bytes().decode("utf-8")
        told = told.replace("><", ">\n<") if path.suffix == ".html" else told
        texts.append(f"--- {path.relative_to(folder)}\n{masks.text(told)}")
    return "".join(texts)
