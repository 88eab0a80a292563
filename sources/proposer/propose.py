"""From a folder of unknown exports to a proposed mapping of every file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from messages.clause import Clause
from sources.errors import UnreadableExportError
from sources.proposer.account_names import with_accounts_named
from sources.proposer.columns import own_key
from sources.proposer.errors import ExportFolderError, NoExportsError, NothingRecognisedError
from sources.proposer.filters import filters_of
from sources.proposer.formats import spelled_out, with_formats
from sources.proposer.guesses import (
    Company,
    FileGuess,
    Guess,
    Looked,
    TableGuess,
    because,
)
from sources.proposer.known import Known, are_unique, hinted, key_of, named
from sources.proposer.nearest import nearest
from sources.proposer.roles import roles
from sources.proposer.samples import Sample, exports_in, names_of, samples_of, with_joined
from sources.proposer.shapes import shape_of
from sources.proposer.tables import Attempt, attempt, manager_beside
from sources.proposer.units import with_units
from sources.proposer.unread import with_unread, with_words, without_looked_up
from sources.proposer.vocabulary import comparable, plain, singular, vocabulary
from sources.readers.json_records import PARENT
from transforms.tables import TABLES


@dataclass(frozen=True)
class Proposal:
    """What a folder's files are taken for. `unreadable` holds a sentence for each other file."""

    source: str
    files: tuple[FileGuess, ...]
    unreadable: tuple[tuple[str, Clause], ...]

    @property
    def tables(self) -> tuple[TableGuess, ...]:
        return tuple(table for file in self.files for table in file.tables)


def propose(folder: Path, source: str, company: Company) -> Proposal:
    """Look at every file of the folder.

    Raises ExportFolderError, NoExportsError or NothingRecognisedError where there is nothing
    to look at.
    """
    looked, unreadable = _looked_at(folder)
    if not looked:
        raise NothingRecognisedError(folder, unreadable[0][1])
    looked = with_accounts_named(looked)
    taken, known = roles(looked, Known(company, looked, {}))
    guesses = _with_lists([_of_file(item, _tables_of(item, taken), known) for item in looked])
    used = {str(lookup["file"]) for guess in guesses for lookup in guess.lookups}
    told = [
        replace(guess, unused=because("looked_up"))
        if guess.unused and guess.looked.name in used
        else guess
        for guess in without_looked_up(guesses)
    ]
    return Proposal(source, tuple(sorted(told, key=lambda item: bool(item.unused))), unreadable)


def _with_lists(guesses: Sequence[FileGuess]) -> list[FileGuess]:
    """Tables of lists inside records beside those of the records, in the entry of their file.

    A list that is no table is nothing to tell of. Filters of a file hold for all its tables, and
    a list lacks their columns: beside them it is left out.
    """
    lists = [guess for guess in guesses if guess.looked.sample.each and guess.tables]
    whole = [guess for guess in guesses if not guess.looked.sample.each]
    return [
        _beside(guess, [item for item in lists if item.looked.sample.pattern == guess.looked.name])
        for guess in whole
    ]


def _beside(guess: FileGuess, lists: Sequence[FileGuess]) -> FileGuess:
    if not guess.tables or guess.filters:
        return guess
    each = [(item.looked.sample.each, item) for item in lists]
    tables = [replace(table, each=name) for name, item in each for table in item.tables]
    unread = [f"{name}.{column}" for name, item in each for column in item.unread]
    return replace(guess, tables=(*guess.tables, *tables), unread=(*guess.unread, *unread))


def _looked_at(folder: Path) -> tuple[list[Looked], tuple[tuple[str, Clause], ...]]:
    if not folder.is_dir():
        raise ExportFolderError(folder)
    paths = exports_in(folder)
    if not paths:
        raise NoExportsError(folder)
    looked: list[Looked] = []
    unreadable: list[tuple[str, Clause]] = []
    for path, name in names_of(paths, folder).items():
        try:
            looked += [look(sample) for sample in samples_of(path, name)]
        except UnreadableExportError as error:
            unreadable.append((name, error.clause))
    return looked, tuple(unreadable)


def look(sample: Sample) -> Looked:
    """The shapes and comparable names of a sample's columns."""
    names = comparable(sample.header)
    looked = _looked(sample, names | _names_around(sample, names))
    series, number = hinted(looked, "series"), hinted(looked, "document_number")
    if not series or not number or len(looked.shapes[series].distinct) < 2:
        return looked
    # Each series counts from one: only the two together are a document's number.
    whole = f"{series} + {number}"
    names = {**looked.plain, number: f"{looked.plain[number]}_in_series", whole: "numero_factura"}
    return _looked(with_joined(sample, whole, (series, number)), names)


def _names_around(sample: Sample, names: Mapping[str, str]) -> dict[str, str]:
    """Of what stands around a list, keys and the currency alone are each item's, too.

    The record's own id is named by its file; its amounts are no item's.
    """
    record = singular(plain(Path(sample.pattern).stem).split("_")[-1])
    around = [name for name in names if sample.each and name.startswith(PARENT)]
    other = {
        name: plain(name)
        for name in around
        if not names[name].endswith("id") and names[name] not in vocabulary().hints["currency"]
    }
    return other | {name: f"{record}_id" for name in around if name == f"{PARENT}id"}


def _looked(sample: Sample, names: Mapping[str, str]) -> Looked:
    shapes = {name: shape_of(texts) for name, texts in sample.columns.items()}
    return Looked(sample, shapes, names)


def _tables_of(looked: Looked, taken: Mapping[str, Sequence[Looked]]) -> tuple[str, ...]:
    return tuple(table for table, files in taken.items() if looked in files)


def _of_file(looked: Looked, tables: Sequence[str], known: Known) -> FileGuess:
    """The tables of a file, or why it is not used."""
    attempts = [item for table in tables for item in _attempts(looked, known, table)]
    good = [item for item in attempts if not item.lacking]
    if not good:
        lacking = attempts[0].lacking if attempts else ()
        reason = because("lacking", columns=", ".join(lacking)) if lacking else because("unknown")
        return FileGuess(looked, unused=reason, nearest=nearest(looked, known, attempts))
    lookups = {str(lookup["name"]): lookup for item in good for lookup in item.lookups}
    guess = FileGuess(looked, tuple(item.table for item in good), tuple(lookups.values()))
    guess = replace(guess, filters=filters_of(guess))
    guess = with_words(with_formats(with_units(_without_merged(guess, known), known)))
    return with_unread(spelled_out(guess))


def _without_merged(guess: FileGuess, known: Known) -> FileGuess:
    """Takes out rows that another file names as merged into others."""
    looked = guess.looked
    key = own_key(looked, guess.tables[0].table)
    for other in known.files:
        gone = hinted(other, "merged_key")
        stays = other.plain[gone].removeprefix("merged_") if gone else ""
        kept = [name for name, said in other.plain.items() if said == stays]
        if other is looked or not kept or looked.plain.get(key) != stays or other.is_part:
            continue
        if key_of(other, gone).is_unique:
            lookup = {"name": "merged", "file": other.name, "column": key, "key": gone}
            condition = {"name": "merged", "column": f"merged.{kept[0]}", "empty": False}
            filters = (*guess.filters, condition)
            return replace(guess, lookups=(*guess.lookups, lookup), filters=filters)
    return guess


def _attempts(looked: Looked, known: Known, table: str) -> list[Attempt]:
    """The table, and those that its rows also hold for want of files of their own."""
    if table == "invoices" or table == "invoice_lines":
        return _billing(looked, known, table)
    first = attempt(looked, known, table)
    if table == "surveys":
        return [*_missing_accounts(looked, known), _one_key_space(first, looked, known)]
    if table == "tickets":
        return [*_missing_accounts(looked, known), first, *_ratings(looked, known, first)]
    if table == "accounts":
        return [first, *_missing_managers(looked, known)]
    if table == "opportunities":
        return [*_missing_accounts(looked, known), *_missing_managers(looked, known), first]
    if table in ("payments", "subscriptions"):
        return [*_missing_accounts(looked, known), first]
    if table == "subscription_versions":
        return [*_missing_accounts(looked, known), *_missing_subscriptions(first, known), first]
    return [first]


def _billing(looked: Looked, known: Known, table: str) -> list[Attempt]:
    invoices = own_key(looked, "invoices")
    by_line = named(looked, vocabulary().key_names("products")) and hinted(looked, "quantity")
    if table == "invoice_lines" and "invoices" in known.keys:
        return [attempt(looked, known, table)]
    if by_line and invoices:
        lines = attempt(looked, known, "invoice_lines")
        return [
            *_missing_accounts(looked, known),
            *_missing_products(looked, known),
            attempt(looked, known, "invoices", combined=True),
            _keyed_by(lines, looked, invoices),
        ]
    first = attempt(looked, known, "invoices")
    has_lines = "invoice_lines" in known.keys
    made = [*_missing_accounts(looked, known), first]
    return made if has_lines or first.lacking else [*made, *_whole_invoices(looked, known)]


def _missing_accounts(looked: Looked, known: Known) -> list[Attempt]:
    if "accounts" in known.keys:
        return []
    return [attempt(looked, known, "accounts", combined=True)]


def _missing_subscriptions(versions: Attempt, known: Known) -> list[Attempt]:
    """Subscriptions that only their history holds: each as its last version says."""
    if "subscriptions" in known.keys:
        return []
    made = replace(versions.table, table="subscriptions")
    columns = tuple(item for item in made.columns if item.column in TABLES[made.table].by_name)
    return [replace(versions, table=replace(made, columns=columns))]


def _missing_managers(looked: Looked, known: Known) -> list[Attempt]:
    """People who are only named beside their accounts."""
    if "managers" in known.keys or not manager_beside(looked):
        return []
    made = _only(attempt(looked, known, "managers", combined=True), ("manager_id",))
    beside = hinted(looked, "name_of_manager") or manager_beside(looked)
    named_so = Guess("manager_name", {"column": beside}, 0.8, (because("named", column=beside),))
    return [_with_column(made, named_so)]


def _missing_products(looked: Looked, known: Known) -> list[Attempt]:
    if "products" in known.keys:
        return []
    return [attempt(looked, known, "products", combined=True)]


def _with_column(made: Attempt, guess: Guess) -> Attempt:
    """The attempt with one column made otherwise."""
    spec = TABLES[made.table.table]
    columns = {item.column: item for item in made.table.columns} | {guess.column: guess}
    ordered = tuple(columns[item.name] for item in spec.columns if item.name in columns)
    lacking = tuple(name for name in made.lacking if name != guess.column)
    return Attempt(replace(made.table, columns=ordered), made.lookups, lacking)


def _keyed_by(lines: Attempt, looked: Looked, invoice: str) -> Attempt:
    """A line's key where it has none: document and product, and more where they repeat."""
    product = named(looked, vocabulary().key_names("products"))
    parts = [invoice, product[0]] if product else [invoice]
    if not are_unique(looked, parts):
        more = [hinted(looked, "quantity"), hinted(looked, "unit_price")]
        parts = [*parts, *(name for name in more if name), "#occurrence"]
    reason = because("unique_together", columns=", ".join(parts))
    return _with_column(lines, Guess("line_id", {"join": parts}, 0.75, (reason,)))


def _whole_invoices(looked: Looked, known: Known) -> list[Attempt]:
    """One line an invoice, and its payments where its state tells of them."""
    key = own_key(looked, "invoices")
    lines = attempt(looked, known, "invoice_lines")
    reason = because("line_of_invoice")
    line = Guess("line_id", {"column": key, "prefix": "L"}, 0.65, (reason,))
    net = next(
        (g for g in attempt(looked, known, "invoices").table.columns if g.column == "net_minor"),
        None,
    )
    made = _with_column(_only(lines, ("invoice_id", "account_id", "currency")), line)
    made = _with_column(made, replace(net, confidence=0.65)) if net else made
    return [made, *_payments_of_invoices(looked, known, key)]


def _only(made: Attempt, names: Sequence[str]) -> Attempt:
    kept = tuple(item for item in made.table.columns if item.column in names)
    lacking = tuple(
        item.name
        for item in TABLES[made.table.table].columns
        if item.required and item.name not in {guess.column for guess in kept}
    )
    return Attempt(replace(made.table, columns=kept), made.lookups, lacking)


def _payments_of_invoices(looked: Looked, known: Known, key: str) -> list[Attempt]:
    status = named(looked, vocabulary().names["payments"]["status"])
    words = set(map(plain, looked.shapes[status[0]].distinct)) if status else set()
    if "payments" in known.keys or not status or not {"failed", "refunded"} & words:
        return []
    made = attempt(looked, known, "payments")
    reason = because("payment_of_invoice")
    dated = attempt(looked, known, "invoices").table.columns
    when = next(item for item in dated if item.column == "issue_date")
    made = _with_column(made, Guess("payment_id", {"column": key, "prefix": "P"}, 0.6, (reason,)))
    made = _with_column(made, Guess("paid_date", when.rule, 0.6, when.evidence))
    return [made, *_refunds(made, looked, status[0], key)]


def _refunds(made: Attempt, looked: Looked, status: str, key: str) -> list[Attempt]:
    word = next((w for w in looked.shapes[status].distinct if plain(w) == "refunded"), "")
    amount = next((item for item in made.table.columns if item.column == "amount_minor"), None)
    if not word or amount is None:
        return []
    reason = because("refunds", word=word, column=status)
    back = _with_column(made, Guess("payment_id", {"column": key, "prefix": "R"}, 0.6, (reason,)))
    back = _with_column(back, Guess("payment_kind", {"value": "refund"}, 0.6, (reason,)))
    back = _with_column(back, Guess("status", {"value": "succeeded"}, 0.6, (reason,)))
    back = _with_column(
        back, Guess("amount_minor", {**amount.rule, "negate": True}, 0.6, amount.evidence)
    )
    return [replace(back, table=replace(back.table, when={"column": status, "equals": word}))]


def _ratings(looked: Looked, known: Known, tickets: Attempt) -> list[Attempt]:
    """Answers to a survey that stand beside the tickets."""
    score = named(looked, vocabulary().names["surveys"]["score"])
    ticket = own_key(looked, "tickets")
    if score is None or tickets.lacking:
        return []
    made = attempt(looked, known, "surveys")
    reason = because("rating_of_ticket", column=score[0])
    made = _with_column(made, Guess("answer_id", {"column": ticket}, 0.75, (reason,)))
    made = _with_column(made, Guess("ticket_id", {"column": ticket}, 0.75, (reason,)))
    made = _with_column(made, _answered(looked, tickets.table, reason))
    kept = replace(
        made.table,
        when={"column": score[0], "empty": False},
        columns=tuple(
            item for item in made.table.columns if item.column not in {"comment", "theme"}
        ),
    )
    return [replace(made, table=kept)] if looked.shapes[score[0]].is_number else []


def _answered(looked: Looked, tickets: TableGuess, reason: Clause) -> Guess:
    """When it was solved; where some never are, when it was opened."""
    by_name = {item.column: item for item in tickets.columns}
    opened = str(by_name["created_at"].rule["column"])
    solved = str(by_name["solved_at"].rule["column"]) if "solved_at" in by_name else opened
    score = named(looked, vocabulary().names["surveys"]["score"])
    texts = looked.sample.columns
    is_rated_open = score is not None and any(
        rated and not when for rated, when in zip(texts[score[0]], texts[solved], strict=True)
    )
    if is_rated_open and solved != opened:
        return Guess("answered_at", {"first_of": [solved, opened]}, 0.7, (reason,))
    return Guess("answered_at", {"column": solved}, 0.75, (reason,))


def _one_key_space(made: Attempt, looked: Looked, known: Known) -> Attempt:
    """Files of answers that count from one each need their keys told apart."""
    key = own_key(looked, "surveys")
    others = [
        item
        for item in known.files
        if item is not looked and key in item.sample.header and own_key(item, "surveys") == key
    ]
    kind = next((g.rule.get("value") for g in made.table.columns if g.column == "survey_kind"), "")
    if not others or not kind or not key:
        return made
    reason = because("same_keys", file=others[0].name)
    return _with_column(
        made, Guess("answer_id", {"column": key, "prefix": f"{str(kind).upper()}-"}, 0.8, (reason,))
    )
