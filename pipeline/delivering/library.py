"""A target in SharePoint or OneDrive, with the guarantees of the others."""

import io
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from delivery.graph import GraphError, Library, Registered
from messages.clause import clause
from messages.errors import CarteraError
from pipeline.delivering.errors import NotDeliveredError
from pipeline.secrets import SecretStore, no_store, secret

_TENANT = "CARTERA_GRAPH_TENANT"
_CLIENT = "CARTERA_GRAPH_CLIENT_ID"
_SECRET = "CARTERA_GRAPH_CLIENT_SECRET"  # noqa: S105 the name of it
_CLOUD = {"graph": "CARTERA_GRAPH_URL", "login": "CARTERA_GRAPH_LOGIN_URL"}
"""Where a national cloud has other addresses."""
_PROMOTED = ("docProps/", "customXml/", "[Content_Types].xml", "_rels/")
"""Parts of an Office file in which SharePoint writes a library's own columns."""


@dataclass(frozen=True)
class LibraryTarget:
    """A folder of a library. Every method raises NotDeliveredError."""

    address: str
    library: Library

    def read(self, path: str) -> bytes | None:
        """What stands under the name; None where nothing does."""
        with self._told():
            return self.library.read(path)

    def create(self, path: str, content: bytes) -> None:
        """Give the bytes a name that is not taken, and see that they are what arrived."""
        with self._told():
            self.library.create(path, content)
            there = self.library.read(path)
        if there is None or not self.is_same(content, there):
            raise NotDeliveredError(self.address, clause("target-other-bytes", file=path))

    def remove(self, path: str) -> None:
        """Take a file away that we brought."""
        with self._told():
            self.library.remove(path)

    def is_same(self, sent: bytes, there: bytes) -> bool:
        """Whether it is what we sent, be it with the library's columns written into it."""
        return sent == there or _parts(sent) == _parts(there) != {}

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except GraphError as error:
            raise NotDeliveredError(self.address, error.why) from error


def open_library(address: str, store: SecretStore = no_store) -> LibraryTarget:
    """The target; raises NotDeliveredError where we are nobody there."""
    try:
        cloud = {name: said for name, key in _CLOUD.items() if (said := os.environ.get(key))}
        registered = Registered(
            *(secret(name, store) for name in (_TENANT, _CLIENT, _SECRET)), **cloud
        )
        return LibraryTarget(address, Library(address, registered))
    except GraphError as error:
        raise NotDeliveredError(address, error.why) from error
    except CarteraError as error:
        raise NotDeliveredError(address, error.clause) from error


def _parts(content: bytes) -> dict[str, int]:
    """The checksums of an Office file's own parts; of nothing where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return {
                item.filename: item.CRC
                for item in file.infolist()
                if not item.filename.startswith(_PROMOTED)
            }
    except zipfile.BadZipFile:
        return {}
