"""Guesses of single columns, by what they are called and what they look like."""

from collections.abc import Mapping, Sequence

from messages.clause import Clause
from sources.proposer.credits import own_names
from sources.proposer.guesses import Guess, Looked, because
from sources.proposer.known import Key, Known, are_unique, hinted, key_of, named, share_joined
from sources.proposer.shapes import Shape
from sources.proposer.vocabulary import currency_of_name, plain, vocabulary
from transforms.tables import TABLES, Column, Kind

Rule = dict[str, object]
_JOINED = 0.5
_CERTAIN_NAMES = 3
_STRANGE = 0.05
"""Of words this few are keys only where a column has nothing to do with the other file."""
_NEARLY_BLANK = 0.2
_PARTLY = 0.3
_CHANGES = frozenset({"created_date", "created_at", "solved_at", "converted_date"})
"""Days on which something came about with the record, which importing it may have replaced."""
_WITH_ACCOUNT = ("subscriptions", "invoices", "contacts", "opportunities")


_COMPANIES = ("company", "company_name", "customer_company", "account_company", "empresa")
_CODES = ("id", "codigo", "code", "record_id")


def confidence_of(rank: int) -> float:
    """The first name of a list is as good as certain, the tenth a fair guess."""
    return max(0.95 - 0.03 * rank, 0.6)


def own_key(looked: Looked, table: str) -> str:
    """The column that most likely holds the key of the file's rows; empty where none does."""
    names = vocabulary().key_names(table)
    if own := own_names(looked, table, _CODES):
        given = named(looked, own)
        return given[0] if given else hinted(looked, "document_number")
    plainly = tuple(name for name in names if not name.endswith("_number"))
    # A document's number beside an `Id` is for people; the `Id` is what other files hold.
    found = named(looked, plainly) or named(looked, (*_CODES, *names))
    coded = named(looked, _CODES)
    if found is None:
        return _numbered(looked) if table == "invoices" else ""
    if coded and looked.plain[found[0]] in vocabulary().entities.get(table, ()):
        # `Cliente` beside `Código` is what people call it.
        found = coded if _tells_rows(looked, coded[0]) else found
    return found[0] if are_unique(looked, [found[0]]) else _telling(looked, names) or found[0]


def _numbered(looked: Looked) -> str:
    """The number of a document that its file calls nothing but a number."""
    number = hinted(looked, "document_number")
    return number if number and _tells_rows(looked, number) else ""


def _telling(looked: Looked, names: Sequence[str]) -> str:
    """A column of one of the names that tells the rows apart; empty where none does."""
    bearing = [name for name in looked.sample.header if looked.plain[name] in names]
    return next((name for name in bearing if _tells_rows(looked, name)), "")


def _tells_rows(looked: Looked, column: str) -> bool:
    return not looked.shapes[column].has_blanks and are_unique(looked, [column])


def named_guess(looked: Looked, table: str, column: Column) -> Guess | None:
    """The column that bears one of the names and has a fitting shape."""
    names = vocabulary().names.get(table, {}).get(column.name, ())
    own = column.name.removesuffix("_minor")
    fitting = Looked(
        looked.sample,
        looked.shapes,
        {name: said for name, said in looked.plain.items() if fits(column, looked.shapes[name])},
    )
    found = _best_dated(fitting, column, (*names, own))
    if found is None:
        return _blank_guess(looked, column, names)
    source, rank = found
    if column.name in _CHANGES and looked.shapes[source].is_one_day and not column.required:
        return Guess(column.name, {"column": source}, 0.4, (because("one_day", column=source),))
    if blank := _blank_before(looked, column, names[:rank]):
        reasons = (because("blank_now", column=blank), *_reasons(looked, source, column))
        return Guess(column.name, {"first_of": [blank, source]}, confidence_of(rank), reasons)
    rule = {"column": source} | word_rule(table, column, looked.shapes[source])
    return Guess(column.name, rule, confidence_of(rank), (*_reasons(looked, source, column),))


def _best_dated(fitting: Looked, column: Column, names: Sequence[str]) -> tuple[str, int] | None:
    """The column of the earliest name; of days that records came about, one that tells them apart.

    A CRM that was filled on one day from another says of all rows that they began then.
    """
    found = named(fitting, names)
    if found is None or column.name not in _CHANGES or not fitting.shapes[found[0]].is_one_day:
        return found
    telling = {n: said for n, said in fitting.plain.items() if not fitting.shapes[n].is_one_day}
    return named(Looked(fitting.sample, fitting.shapes, telling), names) or found


def _blank_before(looked: Looked, column: Column, names: Sequence[str]) -> str:
    """A column of a likelier name that is blank so far: it counts where it comes to be filled."""
    if column.kind is not Kind.TEXT or column.allowed or column.references:
        return ""
    blank = (name for name, shape in looked.shapes.items() if shape.is_empty)
    return next((name for name in blank if looked.plain[name] in names), "")


def _blank_guess(looked: Looked, column: Column, names: Sequence[str]) -> Guess | None:
    """A column that is still blank throughout, where its name leaves no doubt."""
    if column.required or column.allowed or column.kind is Kind.BOOLEAN:
        return None
    blank = (name for name, shape in looked.shapes.items() if shape.is_empty)
    source = next((name for name in blank if looked.plain[name] in names[:_CERTAIN_NAMES]), "")
    reason = because("blank_now", column=source)
    return Guess(column.name, {"column": source}, 0.5, (reason,)) if source else None


def fits(column: Column, shape: Shape) -> bool:
    """Whether texts of this shape can become the canonical column."""
    if shape.is_empty:
        return False
    match column.kind:
        case Kind.MONEY | Kind.NUMBER | Kind.INTEGER:
            return shape.is_number and not shape.is_date
        case Kind.DATE | Kind.TIMESTAMP:
            return shape.is_date
        case Kind.CURRENCY:
            return shape.is_currency
        case Kind.BOOLEAN:
            return shape.is_truth
        case _ if column.name == "email":
            # Hashed addresses, as exports for tests hold, are still called e-mail.
            return shape.is_email or not shape.is_number
        case _ if column.name == "country":
            return shape.is_country
        case _:
            return not shape.is_date


def _reasons(looked: Looked, source: str, column: Column) -> tuple[Clause, ...]:
    shape = looked.shapes[source]
    named_so = because("named", column=source)
    if shape.is_date and column.kind in {Kind.DATE, Kind.TIMESTAMP}:
        return (named_so, because("dates", filled=_fitting(shape), format=shape.dates[0]))
    if shape.is_number and column.kind in {Kind.MONEY, Kind.NUMBER}:
        return (named_so, because("numbers", filled=_fitting(shape)))
    if shape.is_email and column.name == "email":
        return (named_so, because("emails", filled=shape.filled))
    return (named_so,)


def _fitting(shape: Shape) -> str:
    return f"{shape.filled - shape.odd_rows}/{shape.filled}"


def word_rule(table: str, column: Column, shape: Shape) -> Rule:
    """What becomes of the column's words: meanings, percentages, codes."""
    if column.allowed:
        return {"values": meanings(table, column.name, shape.distinct)}
    if column.name == "country" and "UK" in shape.distinct:
        return {"values": {"UK": "GB"}, "keep_others": True}
    if column.name == "probability" and shape.largest > 1:
        return {"multiply": "0.01"}
    return {}


def meanings(table: str, column: str, words: Sequence[str]) -> dict[str, str]:
    """The canonical word of each word of the column that is known."""
    known = vocabulary().values.get(table, {}).get(column, {})
    return {word: known[plain(word)] for word in words if plain(word) in known}


def understands(table: str, column: str, shape: Shape) -> bool:
    """Whether most words of a column have a meaning."""
    return len(meanings(table, column, shape.distinct)) * 2 > len(shape.distinct)


def name_of_row(looked: Looked, table: str, column: Column, key: str) -> Guess | None:
    """A person's or thing's name: in one column, in two, or its key for want of any."""
    first, last = hinted(looked, "first_name"), hinted(looked, "last_name")
    company = _COMPANIES if column.name == "account_name" else ()
    if first and last and not named(looked, ("name", "full_name", column.name, *company)):
        rule: Rule = {"join": [first, last], "separator": " "}
        return Guess(column.name, rule, 0.9, (because("two_names", first=first, last=last),))
    found = named_guess(looked, table, column)
    if found is None:
        if not key:
            return None
        rule = {"column": key, **cleaned(looked.shapes[key])}
        return Guess(column.name, rule, 0.55, (because("no_name", column=key),))
    sources = _sources(found.rule)
    if not looked.shapes[sources[-1]].has_blanks or not key:
        return found
    reason = because("blanks_filled", column=sources[-1], key=key)
    return Guess(column.name, {"first_of": [*sources, key]}, 0.8, (*found.evidence, reason))


def _sources(rule: Mapping[str, object]) -> list[str]:
    """The columns that a rule of one column, or of the first filled of several, reads."""
    several = rule.get("first_of")
    return [str(name) for name in several] if isinstance(several, list) else [str(rule["column"])]


def cleaned(shape: Shape) -> Rule:
    """`17850.0` is the key `17850`."""
    return {"drop_zero_decimals": True} if shape.has_zero_decimals else {}


def reference(looked: Looked, known: Known, column: Column) -> Guess | None:
    """The column that holds the key of another table: by its name, proven by its words."""
    key = known.keys.get(column.references)
    names = vocabulary().key_names(column.references)
    if key is not None:
        names = (
            (key.looked.plain[key.column], *names)
            if key.looked.plain[key.column] != "id"
            else names
        )
    found = _joining(looked, names, key) or named(looked, names)
    if found is None:
        return None
    source, rank = found
    rule: Rule = {"column": source, **cleaned(looked.shapes[source])}
    reasons = [because("named", column=source)]
    confidence = confidence_of(rank)
    if key is not None:
        share = share_joined(looked, source, key)
        reasons.append(
            because("joins", share=f"{share:.0%}", file=key.looked.name, column=key.column)
        )
        confidence = max(confidence, 0.9 * share) if share >= _JOINED else confidence - 0.25
        rule |= respelled(looked.shapes[source], key.values) if share >= _JOINED else {}
    return Guess(column.name, rule, max(confidence, 0.5), tuple(reasons))


def _joining(looked: Looked, names: Sequence[str], key: Key | None) -> tuple[str, int] | None:
    """The column of the earliest of the names whose words are keys of the other file: a payment's
    own number may be called as the invoices' is."""
    bearing = {looked.plain[name]: name for name in reversed(looked.sample.header)}
    found = ((bearing[said], rank) for rank, said in enumerate(names) if said in bearing)
    return next(
        (item for item in found if key and share_joined(looked, item[0], key) >= _JOINED), None
    )


def respelled(shape: Shape, keys: frozenset[str]) -> Rule:
    """EncodedColumn that are keys but for blanks and case: `GTXPro` is `GTX Pro`."""
    if len(keys) > 1_000:
        return {}
    folded = {"".join(key.split()).casefold(): key for key in keys}
    odd = [word for word in shape.distinct if word not in keys]
    found = {word: folded[_bare(word)] for word in odd if _bare(word) in folded}
    return {"values": found, "keep_others": True} if found else {}


def _bare(word: str) -> str:
    return "".join(word.split()).casefold()


def account_guess(looked: Looked, known: Known) -> Guess | None:
    """The account of a row: its own column, or that of a row that it names."""
    column = TABLES["tickets"].by_name["account_id"]
    found = reference(looked, known, column)
    accounts = known.keys.get("accounts")
    if found is None or accounts is None:
        return found or _account_through(looked, known)
    column = str(found.rule["column"])
    share = share_joined(looked, column, accounts)
    # A key that is blank almost everywhere leads nowhere, however well it joins.
    reach = share * looked.shapes[column].filled / max(looked.shapes[column].rows, 1)
    if reach >= _JOINED:
        return found
    if share > _STRANGE and reach > _NEARLY_BLANK:
        return found
    return _account_through(looked, known) or (found if share > _STRANGE else None)


def _account_through(looked: Looked, known: Known) -> Guess | None:
    for table in _WITH_ACCOUNT:
        key = known.keys.get(table)
        if key is None or key.looked is looked:
            continue
        joined = [(share_joined(looked, name, key), name) for name in looked.sample.header]
        names = vocabulary().key_names(table)
        likely = [
            (share, name)
            for share, name in joined
            if share >= _PARTLY
            and (looked.plain[name] in names or not _is_small_integer(looked, name))
        ]
        if likely:
            share, name = max(likely)
            reason = because("joins", share=f"{share:.0%}", file=key.looked.name, column=key.column)
            return Guess("account_id", {"column": name, "via": table}, 0.85, (reason,))
    return None


def _is_small_integer(looked: Looked, column: str) -> bool:
    """Short whole numbers join to anything that is counted from one."""
    return all(word.isdecimal() and len(word) < 7 for word in looked.shapes[column].distinct)


def flagged(looked: Looked, hint: str) -> str:
    """A column of truths that bears one of a hint's names."""
    column = hinted(looked, hint)
    return column if column and looked.shapes[column].is_truth else ""


def bridge_to_account(
    looked: Looked, known: Known, table: str, key: str
) -> tuple[Guess, Mapping[str, str]] | None:
    """The account from a file of two keys, one of this file's rows and one of accounts."""
    people = {"contact", "user", "usuario"}
    names = vocabulary().key_names("accounts")
    accounts = tuple(name for name in names if not people & set(name.split("_")))
    own = vocabulary().key_names(table)
    for other in known.files:
        ours, theirs = named(other, own), named(other, accounts)
        if other is looked or other.is_part or not ours or not theirs:
            continue
        if len(other.sample.header) > 6:
            continue
        if not key_of(other, ours[0]).is_unique:
            continue
        name = other.plain[theirs[0]].removesuffix("_id")
        lookup = {"name": name, "file": other.name, "column": key, "key": ours[0]}
        reason = because("bridge", file=other.name, key=ours[0], account=theirs[0])
        rule = {"column": f"{name}.{theirs[0]}"}
        return Guess("account_id", rule, 0.75, (reason,)), lookup
    return None


def constant(column: str, value: object, key: str, confidence: float = 0.6) -> Guess:
    """The same in every row, for want of a column."""
    return Guess(column, {"value": value}, confidence, (because(key),))


def _named_currency(looked: Looked) -> str:
    """The one currency that names of columns of numbers end in, as `total_usd`; empty where there
    is none, or more than one."""
    numbers = (name for name, shape in looked.shapes.items() if shape.is_number)
    codes = {code for name in numbers if (code := currency_of_name(plain(name)))}
    return codes.pop() if len(codes) == 1 else ""


def currency_guess(looked: Looked, known: Known) -> Guess:
    """A column of codes, else what the company counts in."""
    column = hinted(looked, "currency")
    if column and looked.shapes[column].is_currency:
        if looked.shapes[column].has_blanks:
            rule: Rule = {"column": column, "company": "currency"}
            return Guess("currency", rule, 0.85, (because("named", column=column),))
        return Guess("currency", {"column": column}, 0.95, (because("named", column=column),))
    if code := _named_currency(looked):
        return constant("currency", code, "currency_in_names")
    if known.company.currency:
        return constant("currency", known.company.currency, "company_currency", 0.7)
    return Guess("currency", {"company": "currency"}, 0.6, (because("company_currency"),))
