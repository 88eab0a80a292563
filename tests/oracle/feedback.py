"""Runs of a small company, what people type into its files, and what comes back of it."""

import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
from pptx import Presentation

from .cases import at
from .command_line import LOCALES, Ended, Job, run, run_whole
from .companies import Companies, copied
from .files import describe_output, run_job, said
from .masks import Masks

_REFUSED: Mapping[str, Mapping[str, float | str | None]] = {
    "outside": {"in_discount": 1.5},
    "emptied": {"in_term_years": None},
    "no-number": {"in_discount": "diez"},
    "no-edition": {"edition_id": "0000000000000000"},
    "other-client": {"client_id": "somebody-else"},
    "no-offer": {"dec_decision": "Maybe"},
    "no-reason-code": {"dec_reason": "because"},
}


def take_feedback(companies: Companies, target: Path, masks: Masks, store: Path) -> None:
    """Two runs, with imports between them; what the second publishes is described, too."""
    folder = companies.work / "feedback"
    company = copied(companies.loaded_small, folder / "company")
    told = _Told(folder, target, masks)
    first = run_whole(run_job(folder, (), "es"))
    told.write("run-first", first)
    told.ask("status", at("status"))
    _type_into_workbooks(folder, company, told)
    _type_into_decks(folder, company, told)
    second = run_whole(run_job(folder, (), "en"))
    describe_output(company / "output", target / "published", store, masks, second)
    told.ask("status-after", at("status"))


class _Told:
    """Writes down what commands of one folder say."""

    def __init__(self, folder: Path, target: Path, masks: Masks) -> None:
        self.folder, self.target, self.masks = folder, target, masks

    def write(self, name: str, ended: Ended) -> None:
        self.target.mkdir(parents=True, exist_ok=True)
        (self.target / f"{name}.txt").write_text(said(ended, self.masks), encoding="utf-8")

    def ask(
        self, name: str, arguments: Sequence[str], typed: str = "", only: Sequence[str] = ()
    ) -> None:
        """Ask in both languages, or in those named."""
        for language in only or tuple(LOCALES):
            run(
                Job(
                    arguments,
                    self.folder,
                    self.folder / f"said-{name}",
                    {"LC_ALL": LOCALES[language]},
                    typed,
                    at_end=lambda ended, name=f"{name}-{language}": self.write(name, ended),
                )
            )


def _type_into_workbooks(folder: Path, company: Path, told: _Told) -> None:
    first, second = sorted(company.glob("output/**/internal-renewal-*.xlsx"))[:2]
    bring = at("decisions", "import")
    for name, contents in _REFUSED.items():
        file = _typed(first, folder / f"{name}.xlsx", contents)
        told.ask(f"decisions-{name}", (*bring, file, "--as", "ana", "--yes"))
    told.ask("decisions-unchanged", (*bring, str(first.relative_to(folder)), "--as", "ana"))
    file = _typed(first, folder / "good.xlsx", {"in_discount": 0.05, "in_term_years": 2})
    client = second.parent.name.rpartition("-")[2]
    told.ask("decisions-not-theirs", (*bring, file, "--as", "ana", "--account", client))
    told.ask("decisions-left", (*bring, file, "--as", "ana"), typed="n\n")
    told.ask("decisions-kept", (*bring, file, "--as", "ana"), typed="s\n", only=("es",))
    told.ask("decisions-again", (*bring, file, "good.xlsx", "none.xlsx", "--as", "ana"))
    file = _typed(second, folder / "other.xlsx", {"in_probability": 0.5})
    told.ask("decisions-yes", (*bring, file, "--as", "ana", "--yes"), only=("en",))


def _typed(path: Path, target: Path, contents: Mapping[str, float | str | None]) -> str:
    """The workbook with these contents in its named cells; its name below the folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the sparklines that it cannot keep
        book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    for name, content in contents.items():
        sheet, cells = next(iter(book.defined_names[name].destinations))
        book[sheet][cells.replace("$", "").split(":")[0]] = content
    book.save(target)
    return target.name


def _type_into_decks(folder: Path, company: Path, told: _Told) -> None:
    bring = at("decks", "import")
    first, second = sorted(company.glob("output/*/*/qbr-*.pptx"))[:2]
    review = next(iter(sorted(company.glob("output/*/*/internal/*.pptx"))))
    Presentation().save(str(folder / "foreign.pptx"))
    told.ask("decks-foreign", (*bring, "foreign.pptx", "--as", "ana"))
    told.ask("decks-unchanged", (*bring, str(first.relative_to(folder)), "--as", "ana"))
    client = second.parent.name.rpartition("-")[2]
    file = _noted(first, folder / "noted.pptx")
    told.ask("decks-not-theirs", (*bring, file, "--as", "ana", "--account", client))
    told.ask("decks-kept", (*bring, file, "--as", "ana"))
    told.ask("decks-review", (*bring, _noted(review, folder / "review.pptx"), "--as", "ana"))


def _noted(path: Path, target: Path) -> str:
    """The deck with a sentence below every slide's notes and every action ticked."""
    deck = Presentation(str(path))
    for number, slide in enumerate(deck.slides, start=1):
        if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
            for paragraph in frame.paragraphs:
                for part in paragraph.runs:
                    part.text = part.text.replace("[ ]", "[x]")
            if number > 1:
                frame.text = f"{frame.text}\nVisto con el cliente, punto {number}."
    deck.save(str(target))
    return target.name
