"""Everything that `cartera run` of the sample company publishes, and what it says meanwhile."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .command_line import AT_ONCE, LOCALES, Ended, Job, run_whole
from .companies import PERIOD, Companies, copied
from .masks import Masks
from .packages import describe

RUNS = {"default": (), "es": ("--lang", "es"), "en": ("--lang", "en")}


def take_files(companies: Companies, target: Path, store: Path, masks: Masks) -> None:
    """One folder a run: the files as text, and `said.txt`."""
    places = {name: companies.work / "files" / name for name in RUNS}
    for folder in places.values():
        copied(companies.loaded_sample, folder / "company")

    def whole_run(name: str) -> Ended:
        return run_whole(run_job(places[name], RUNS[name], name if name in LOCALES else "en"))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        ended = dict(zip(RUNS, pool.map(whole_run, RUNS), strict=True))
    for name, found in ended.items():
        output = places[name] / "company" / "output"
        describe_output(output, target / name, store, masks, found)


def run_job(folder: Path, more: Sequence[str], language: str) -> Job:
    """A run of the quarter for the company in this folder."""
    arguments = ("run", "--company", "company", "--period", PERIOD, *more)
    return Job(arguments, folder, folder / "said", {"LC_ALL": LOCALES[language]})


def describe_output(
    output: Path, target: Path, store: Path, masks: Masks, ended: Ended | None = None
) -> None:
    """Every published file below its own name; run ids are masked in names, too."""
    files = sorted(path for path in output.rglob("*") if path.is_file())
    manifests = [json.loads(path.read_bytes()) for path in files if path.suffix == ".json"]
    knowing = masks.knowing(manifests)
    target.mkdir(parents=True, exist_ok=True)
    for path in files:
        name = knowing.text(path.relative_to(output).as_posix()).replace("<run>", "RUN")
        describe(path.read_bytes(), path.name, target / name, knowing, store)
    if ended is not None:
        (target / "said.txt").write_text(said(ended, knowing), encoding="utf-8")


def said(ended: Ended, masks: Masks) -> str:
    """What a command came back with, as one text."""
    told = f"exit {ended.code}\n--- out\n{ended.out}--- err\n{ended.err}"
    return masks.text(told)
