"""An output file as plain text: what each of its parts says, and a digest of each."""

import gzip
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import lxml.etree as etree

from .masks import Masks, alike, sorted_json

PACKAGES = (".pptx", ".xlsx", ".potx")
_TOLD = ("name", "r", "descr", "sqref", "ref", "Target", "Type", "val", "formatCode", "prompt")
"""Attributes that are printed beside the text that they belong to."""


@dataclass(frozen=True)
class Part:
    """A part by name, its masked content, and what of it people read."""

    name: str
    content: bytes
    text: str

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()[:20]


def describe(content: bytes, name: str, target: Path, masks: Masks, store: Path) -> None:
    """Write `<target>.digests` and `<target>.txt`; the masked parts themselves go to `store`."""
    found = sorted(parts(content, name, masks), key=lambda part: part.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    digests = "".join(f"{part.digest}  {part.name}\n" for part in found)
    texts = "".join(f"== {part.name}\n{part.text}" for part in found if part.text)
    target.with_name(f"{target.name}.digests").write_text(digests, encoding="utf-8")
    target.with_name(f"{target.name}.txt").write_text(texts, encoding="utf-8")
    store.mkdir(parents=True, exist_ok=True)
    for part in found:
        kept = store / f"{part.digest}.gz"
        if not kept.exists():
            kept.write_bytes(gzip.compress(part.content, 6, mtime=0))


def parts(content: bytes, name: str, masks: Masks) -> Iterator[Part]:
    """The parts of a package, those of packages inside of it too; any other file is one part."""
    if not name.endswith(PACKAGES):
        yield replace(_part(name, content, masks), name=masks.text(name))
        return
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        order = "".join(f"{item}\n" for item in package.namelist())
        yield Part("(order of parts)", order.encode(), "")
        for item in package.namelist():
            inner = package.read(item)
            if item.endswith(PACKAGES):
                for part in parts(inner, item, masks):
                    yield Part(f"{item}!{part.name}", part.content, part.text)
            else:
                yield _part(item, inner, masks)


def _part(name: str, content: bytes, masks: Masks) -> Part:
    match name.rpartition(".")[2]:
        case "xml" | "rels" | "vml":
            told = masks.text(_lined(content))
            return Part(name, alike(told).encode(), masks.text(_read(content)))
        case "html":
            told = masks.text(re.sub(r">\s*<", ">\n<", content.decode("utf-8")))
            return Part(name, alike(told).encode(), told)
        case "json":
            told = masks.text(sorted_json(content.decode("utf-8")))
            return Part(name, alike(told).encode(), told)
        case "md" | "txt" | "csv" | "toml":
            told = masks.text(content.decode("utf-8"))
            return Part(name, alike(told).encode(), told)
        case _:
            return Part(name, content, "")


def _lined(content: bytes) -> str:
    """An element a line, otherwise as it was written."""
    return re.sub(r">(?=<)", ">\n", content.decode("utf-8"))


def _read(content: bytes) -> str:
    """The text of every element that has some, with what says whose it is."""
    lines: list[str] = []
    for element in etree.fromstring(content).iter(etree.Element):
        said = (element.text or "").strip()
        known = {key: element.get(key) for key in _TOLD if element.get(key) is not None}
        if said or ("name" in known or "descr" in known or "Target" in known):
            tag = etree.QName(element).localname
            told = "".join(f" {key}={value!r}" for key, value in known.items())
            lines.append(f"{tag}{told}: {said}\n" if said else f"{tag}{told}\n")
    return "".join(lines)
