"""The open package: everything that python-pptx does for the renderer, behind typed functions."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportPrivateUsage=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false
# python-pptx annotates part of itself and offers no public way to add XML; lxml has no stubs.

import io
from collections.abc import Mapping
from datetime import datetime, time

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part as OpcPart
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter, _PhysPkgWriter
from pptx.oxml.ns import qn
from pptx.package import Package as OpcPackage
from pptx.slide import SlideLayout

from messages.errors import CarteraError
from reports.deck.model import Deck, Role, Template
from reports.deck.render.text import legal


class MissingLayoutError(CarteraError):
    """The template lacks a layout, or a layout a placeholder."""

    code = "failure-missing-layout"
    exit_code = 2
    template: str
    layout: str
    placeholder: str = "none"


class OpenSlide:
    """A slide's part; what its XML points at is tied in before the XML is closed."""

    def __init__(self, package: OpcPackage, layout: OpcPart, number: int) -> None:
        self._package = package
        self._number = number
        self.part = _part(package, f"/ppt/slides/slide{number}.xml", CONTENT_TYPE.PML_SLIDE)
        self.part.relate_to(layout, RELATIONSHIP_TYPE.SLIDE_LAYOUT)

    def add_chart(self, place: int, chart: bytes, workbook: bytes) -> str:
        """A chart part with the workbook behind it; returns the slide's relation to it."""
        name = f"{self._number:02d}{place:02d}"
        part = _part(self._package, f"/ppt/charts/chart{name}.xml", CONTENT_TYPE.DML_CHART, chart)
        book = _part(
            self._package,
            f"/ppt/embeddings/Microsoft_Excel_Sheet{name}.xlsx",
            CONTENT_TYPE.SML_SHEET,
            workbook,
        )
        part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
        return self.part.relate_to(part, RELATIONSHIP_TYPE.CHART)

    def add_image(self, blob: bytes) -> str:
        """An image part; returns the slide's relation to it."""
        image = self._package.get_or_add_image_part(io.BytesIO(blob))
        return self.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)

    def add_jump(self, other: "OpenSlide") -> str:
        """The slide's relation to another one that a click leads to."""
        return self.part.relate_to(other.part, RELATIONSHIP_TYPE.SLIDE)

    def add_notes(self, master: OpcPart, notes: str) -> None:
        """Speaker notes: the XML of a notes slide."""
        name = f"/ppt/notesSlides/notesSlide{self._number}.xml"
        part = _part(self._package, name, CONTENT_TYPE.PML_NOTES_SLIDE, notes.encode())
        part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
        part.relate_to(self.part, RELATIONSHIP_TYPE.SLIDE)
        self.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)

    def close(self, xml: str) -> None:
        """The slide's own XML."""
        self.part.blob = xml.encode()


def _part(package: OpcPackage, name: str, content_type: str, blob: bytes = b"") -> OpcPart:
    return OpcPart(PackURI(name), content_type, package, blob)


class OpenPackage:
    """A template that slides are added to."""

    def __init__(self, template: Template) -> None:
        self._template = template.name
        self._presentation = Presentation(io.BytesIO(template.blob))
        self._layouts = {layout.name: layout for layout in self._presentation.slide_layouts}
        self._placeholders = {name: _by_name(layout) for name, layout in self._layouts.items()}
        self.notes_master = self._presentation.part.notes_master_part
        self._count = 0

    def add_slide(self, layout: str) -> OpenSlide:
        """A slide without content; raises MissingLayoutError."""
        if layout not in self._layouts:
            raise MissingLayoutError(self._template, layout)
        self._count += 1
        presentation = self._presentation.part
        slide = OpenSlide(presentation.package, self._layouts[layout].part, self._count)
        relation = presentation.relate_to(slide.part, RELATIONSHIP_TYPE.SLIDE)
        self._presentation.slides._sldIdLst.add_sldId(relation)
        return slide

    def placeholder(self, layout: str, role: Role) -> str:
        """The `p:ph` element of a layout's placeholder; raises MissingLayoutError."""
        found = self._placeholders[layout].get(role.value)
        if found is None:
            raise MissingLayoutError(self._template, layout, role.value)
        return found

    def set_properties(self, deck: Deck) -> None:
        """Who made it, of what, in which language; dates are the deck's own."""
        properties = self._presentation.core_properties
        properties.title = legal(deck.title)
        properties.subject = legal(deck.subject)
        properties.author = legal(deck.author)
        properties.last_modified_by = legal(deck.author)
        properties.language = deck.language
        properties.revision = 1
        stamp = datetime.combine(deck.created, time())
        properties.created = stamp
        properties.modified = stamp

    def parts(self) -> dict[str, bytes]:
        """The finished package's parts by name; saving would compress them, only to be packed
        anew."""
        package, kept = self._presentation.part.package, _KeptParts()
        writer = PackageWriter("", package._rels, tuple(package.iter_parts()))
        writer._write_content_types_stream(kept)
        writer._write_pkg_rels(kept)
        writer._write_parts(kept)
        return kept.parts


class _KeptParts(_PhysPkgWriter):
    """Takes parts as python-pptx writes them."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        self.parts[pack_uri.membername] = blob


def _by_name(layout: SlideLayout) -> Mapping[str, str]:
    """A layout's `p:ph` elements by the name of their placeholder."""
    return {
        shape.name: etree.tostring(shape._element.find(f".//{qn('p:ph')}"), encoding="unicode")
        for shape in layout.placeholders
    }
