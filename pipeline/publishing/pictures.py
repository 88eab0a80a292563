"""Pictures of decks' pages, which the portal shows before anybody downloads a deck.

Made after a run, by a step of its own, where LibreOffice and poppler are installed: LibreOffice
prints several decks in one go, and a deck that was printed before is not printed again.
"""

import io
import os
import shutil
import signal
import subprocess
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from pipeline.publishing.edition import PicturesRecipe
from pipeline.publishing.publisher import DueFile, Made, Result, already_published, publish
from pipeline.run_context import RunContext
from warehouse import ArtifactRecord, SubjectKind

KIND = "pictures"
_STEM = "internal-pages-"
SHOWN_KINDS = frozenset({"qbr", "review"})
_WIDTH, _SMALL_WIDTH = 1280, 320
_AT_ONCE = 6
_DIGITS = 64
_SECONDS = 600
"""Of so many decks: one that LibreOffice cannot print must not hold up the others for ever."""


def can_be_made() -> bool:
    """Whether this machine has what makes them."""
    return bool(shutil.which("soffice") and shutil.which("pdftoppm"))


def pictured_deck(path: str) -> str:
    """The SHA-256 of the deck whose pages a published file shows; empty for any other file."""
    name = PurePosixPath(path).name
    return name.removeprefix(_STEM)[:_DIGITS] if name.startswith(_STEM) else ""


def publish_pictures(run: RunContext) -> Iterator[Result]:
    """One file a deck, of the newest version of each of the period."""
    newest = {(file.subject, file.kind): file for file in run.warehouse.artifacts(str(run.period))}
    decks = [
        file
        for file in newest.values()
        if file.kind in SHOWN_KINDS
        and file.subject.kind is SubjectKind.CLIENT
        and run.is_due(file.subject.id)
    ]
    missing: list[ArtifactRecord] = []
    for deck in decks:
        known = already_published(run, _due(deck, b""))
        if known is not None:
            yield known
        elif (run.settings.output / deck.path).is_file():
            missing.append(deck)
    for start in range(0, len(missing), _AT_ONCE):
        some = missing[start : start + _AT_ONCE]
        printed = _printed(run.settings.output, some)
        for deck in some:
            yield publish(run, _due(deck, printed.get(deck.sha256)))


def _due(deck: ArtifactRecord, content: bytes | None) -> DueFile:
    return DueFile(
        subject=deck.subject,
        kind=KIND,
        language=deck.language,
        folder=PurePosixPath(PurePosixPath(deck.path).parts[1], "internal"),
        stem=f"{_STEM}{deck.sha256}",
        suffix=".zip",
        recipe=PicturesRecipe(deck.sha256, _WIDTH, _SMALL_WIDTH),
        make=lambda _edition: Made(content, "" if content else "not_printed"),
    )


def _printed(output: Path, decks: Sequence[ArtifactRecord]) -> Mapping[str, bytes]:
    """By the deck's SHA-256; those that could not be printed are not there."""
    with TemporaryDirectory(prefix="cartera-pictures-") as name:
        folder = Path(name)
        for deck in decks:
            shutil.copyfile(output / deck.path, folder / f"{deck.sha256}.pptx")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        told = ["--headless", profile, "--convert-to", "pdf", "--outdir", name]
        _tried("soffice", *told, *(str(path) for path in sorted(folder.glob("*.pptx"))))
        pages = {deck.sha256: _pages(folder / f"{deck.sha256}.pdf") for deck in decks}
        return {sha256: packed for sha256, packed in pages.items() if packed}


def _pages(pdf: Path) -> bytes:
    """Every page in both sizes, as one archive; empty where there is no such PDF."""
    if not pdf.is_file():
        return b""
    for suffix, width in (("", _WIDTH), ("-small", _SMALL_WIDTH)):
        scale = ("-scale-to-x", str(width), "-scale-to-y", "-1")
        _tried("pdftoppm", "-png", *scale, str(pdf), str(pdf.with_name(f"page{suffix}")))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(pdf.parent.glob("page*.png")):
            size, _, number = path.stem.rpartition("-")
            small = "-small" if size.endswith("-small") else ""
            archive.writestr(zipfile.ZipInfo(f"{int(number)}{small}.png"), path.read_bytes())
            path.unlink()
    return packed.getvalue()


def _tried(program: str, *arguments: str) -> None:
    """What it does not make is missing afterwards; it says nothing of use."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 a program of the machine's own, arguments apart
        [shutil.which(program) or program, *arguments],
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    ) as running:
        try:
            running.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)  # LibreOffice is a family of processes
