"""The grammar of a system's TOML: what is asked of its API, how, and with which secrets."""

from string import Formatter
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from messages.clause import clause
from messages.errors import UnfitValueError


class _Grammar(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Assertion(_Grammar):
    """A signed statement of who asks (JWT, RS256), sent instead of a secret as `{assertion}`."""

    key: str
    """Which secret is the private key, in PEM."""
    issuer: str
    subject: str
    """With `{secret}` in them."""
    audience: str
    seconds: int = 180
    """How long it holds."""


class Token(_Grammar):
    """A token that is asked for before anything else, and again when it has run out."""

    path: str
    """Of the system's address, or a whole address of the same vendor; with values in it."""
    form: dict[str, str]
    """What is sent, with `{secret}` in it; the answer has `access_token`."""
    basic: str = ""
    """`{user}:{password}` of that request."""
    assertion: Assertion | None = None
    rotates: str = ""
    """Which secret is replaced by the answer's `refresh_token`, as it holds for one use."""


class Access(_Grammar):
    """What lets a request in: header values with `{secret}` in them."""

    secrets: dict[str, str] = {}
    """By the name that headers use, the environment variable that holds the secret."""
    headers: dict[str, str] = {}
    basic: str = ""
    """`{user}:{password}`, sent as the header of basic authentication."""
    database: str = ""
    """Of a database: which secret is its address, as SQLAlchemy writes it."""
    token: Token | None = None
    """Its answer is the `{access_token}` of the headers."""
    values: tuple[str, ...] = ()
    """What cartera.toml has to say beside the system's own values; they stand in headers."""


class Paging(_Grammar):
    """How an answer says where the next page is.

    `last_id`: the id of the page's last record goes into `param` as long as `more` is true.
    `cursor`: what the answer has at `at` goes into `param`, until there is nothing there, `more`
    is not true or `end` is. `link`: at `at` stands the whole address of the next page; of it only
    path and parameters are taken, so that a key never goes elsewhere. `number`: pages are counted
    from 1 in `param` until one has fewer than `size` records. `key`: of a query, rows behind the
    last one. `none`: every answer is whole.
    """

    kind: Literal["none", "last_id", "cursor", "link", "number", "key"] = "none"
    param: str = ""
    at: str = ""
    more: str = ""
    """Where the answer says that there is more."""
    end: str = ""
    """Where it says that there is none."""
    size: int = 0


class Stream(_Grammar):
    """One list of a system's objects."""

    name: str = Field(pattern="^[A-Za-z0-9_]+$")
    """Of its files; of a bulk query the object's."""
    fields: tuple[str, ...] = ()
    """Of a bulk query of Salesforce's, what is asked for where the company's object has it."""
    query: str = ""
    """Of a database instead of a path: one SELECT."""
    cursor: str = ""
    """The query's column with the moment of a row's last change; without it, and of rows where
    nothing stands there, all are had each time."""
    time_zone: str = ""
    """Of that column, where its moments carry none."""
    page_rows: int = Field(default=10_000, ge=1)
    path: str = ""
    """With `{id}` for each record of the parent stream, `{stream}` for the id of the record of a
    stream further up, and `{path.of.a.value}` for what the parent's record says."""
    twice_encoded: bool = False
    """Whether ids in the path are percent-encoded twice, as Zoom wants those with a slash."""
    params: dict[str, str | list[str]] = {}
    """With the same in them, where there is a parent."""
    records: str = ""
    """Where the answer's records stand."""
    id: str = "id"
    scope: str
    """What the vendor calls the right to read it."""
    from_param: str = ""
    until_param: str = ""
    """The parameters of the earliest and of the first later moment. Without them the list is
    had whole each time."""
    from_header: str = ""
    """The header of the earliest moment, where it is no parameter."""
    changed_property: str = ""
    """HubSpot's property with the moment of the last change, by which later fetches search."""
    is_links: bool = False
    """Whether it says with what the records of each page are associated that a search brought."""
    deleted: tuple[str, str] | None = None
    """What a record says that was deleted there: where, and which word."""
    moments: Literal["unix", "iso", "day", "timestamp"] = "unix"
    """How those moments are written; `timestamp` in a database's own kind."""
    kept_days: int = 0
    """How far back the system goes: both ends are said, and what is older was not deleted."""
    span_days: int = 0
    """Of such a list, the longest range that one request may ask for."""
    object: str = ""
    """What the system's changes call its records."""
    parent: str = ""
    """The stream of whose records each has such a list."""
    parent_more: tuple[str, ...] = ()
    """The list is asked for only where the parent's record is true at all of these."""
    parent_since: str = ""
    """Where the parent's record says when it happened: of older ones than the window the list is
    known."""
    replaces: bool = False
    """Whether a list that is had again takes the place of the earlier one of the same record,
    `named_by` its parent, and one whose record is gone ends."""
    may_lack: bool = False
    """Whether some of the parent's records have no such list (404)."""
    named_by: str = ""
    """The stream further up whose record's id stands in the names of the files, where the answer
    itself does not say what it is of: `stream@id-000001.json`, percent-encoded."""
    parent_last: str = ""
    """What the parent's record holds already: asked for is what comes after its last one."""
    paging: Paging | None = None
    """Where it is another than the system's."""

    @model_validator(mode="before")
    @classmethod
    def _query_is_paged(cls, said: Any) -> Any:
        """A query's rows stand in one place, and are had in the order of their key."""
        if not isinstance(said, dict) or "query" not in said:
            return said
        usual: dict[str, Any] = {"records": "rows", "moments": "timestamp"}
        if said.get("cursor"):
            usual |= {"from_param": "start", "until_param": "end"}
        if said.get("id", "id"):
            usual["paging"] = {"kind": "key", "param": "after", "more": "more"}
        return usual | said

    @property
    def is_asked_since(self) -> bool:
        """Whether what changed can be asked for."""
        return bool(self.from_param or self.from_header or self.changed_property)

    @property
    def is_bulk(self) -> bool:
        """Whether it is the CSV of a job, and not an answer in JSON."""
        return bool(self.fields)


class Changes(Stream):
    """A list of what changed, where lists can be asked for by the day of creation only: they are
    had again from the oldest record on that changed."""

    object_at: str
    created_at: str
    """Where a change says which kind of record changed, and when that was made (unix seconds)."""
    kept_days: int = Field(gt=0)
    """How long the system remembers changes."""


class System(_Grammar):
    """A system's API."""

    system: str = Field(pattern="^[a-z0-9_-]+$")
    """Of its folder."""
    title: str
    address: str = ""
    """With `{value}` of cartera.toml where each company has its own."""
    values: tuple[str, ...] = ()
    """What cartera.toml has to say of it; they may stand in paths, too."""
    mapping: str = ""
    """The built-in mapping that reads the answers; of a company's own system there is none."""
    console: str
    """The vendor's page where keys and their rights are."""
    headers: dict[str, str] = {}
    access: Access = Access()
    ways: dict[str, Access] = {}
    """Other ways in, by the name that cartera.toml says as `way`."""
    paging: Paging = Paging()
    overlap_hours: int = 48
    """What changed so long before the last fetch is had again: clocks differ, and systems need
    a while until their lists show what changed."""
    changes: Changes | None = None
    streams: tuple[Stream, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _blanks_are_filled(self) -> "System":
        """Every `{name}` is a secret's, the token's, or a value of cartera.toml."""
        access = self.access
        is_database = bool(access.database)
        for way in (access, *self.ways.values()):
            _check_blanks(way)
        if is_database and access.database not in access.secrets:
            raise UnfitValueError(clause("system-database-secret", name=access.database))
        for stream in self.streams:
            if bool(stream.query) is not is_database or bool(stream.path) is is_database:
                wanted = "query" if is_database else "path"
                raise UnfitValueError(clause("system-stream", stream=stream.name, key=wanted))
        if not (is_database or self.address):
            raise UnfitValueError(clause("system-no-address"))
        _check_known(self.address, set(self.values))
        return self

    def is_had_whole(self, stream: Stream) -> bool:
        """Whether each fetch has all of a stream, so that what is missing was deleted."""
        if stream.is_asked_since or stream.is_bulk or stream.is_links or stream.replaces:
            return False
        return not stream.parent or self.is_had_whole(self.stream(stream.parent))

    def kept_days_of(self, stream: Stream) -> int:
        """After how many days the system forgets the records of a stream; 0 where it does not."""
        if stream.kept_days or not stream.parent:
            return stream.kept_days
        return self.kept_days_of(self.stream(stream.parent))

    def lineage(self, stream: Stream) -> tuple[str, ...]:
        """The names of the streams above, the outermost first."""
        if not stream.parent:
            return ()
        return (*self.lineage(self.stream(stream.parent)), stream.parent)

    def stream(self, name: str) -> Stream:
        return next(item for item in self.streams if item.name == name)

    def paging_of(self, stream: Stream) -> Paging:
        return stream.paging or self.paging


def _check_blanks(access: Access) -> None:
    """Every `{name}` is a secret's, the token's or the assertion's."""
    token = access.token
    secret = {*access.secrets, *access.values, *(["access_token"] if token else [])}
    texts = [*access.headers.values(), access.basic]
    if token:
        signed = token.assertion
        if signed:
            secret.add("assertion")
            texts += [f"{{{signed.key}}}", signed.issuer, signed.subject]
        texts += [token.basic, *token.form.values()]
        texts += [f"{{{token.rotates}}}"] if token.rotates else []
    for text in texts:
        _check_known(text, secret)


def _check_known(text: str, known: set[str]) -> None:
    if unknown := _blanks(text) - known:
        raise UnfitValueError(clause("system-blank", blank=f"{{{min(unknown)}}}"))


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def value_at(document: Any, path: str) -> Any:
    """What lies at a dotted path, a number counting in a list; None where nothing does.

    >>> value_at({"lines": {"data": [{"id": "a"}, {"id": "b"}]}}, "lines.data.-1.id")
    'b'
    >>> value_at({"@odata.nextLink": "x"}, "@odata.nextLink")
    'x'
    """
    if isinstance(document, dict) and path in document:
        return document[path]
    for part in filter(None, path.split(".")):
        if isinstance(document, dict):
            document = document.get(part)
        elif isinstance(document, list) and part.lstrip("-").isdigit():
            place = int(part)
            document = document[place] if -len(document) <= place < len(document) else None
        else:
            return None
    return document
