"""What a person reads of a fetch, while it goes on and at its end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer
from rich.live import Live
from rich.text import Text

from cli.tables import console, table
from messages.catalogue import Catalogue
from messages.clause import named
from messages.errors import worded
from pipeline.fetching.fetching import Feed, FetchSummary, Tell


@contextmanager
def told_progress(words: Catalogue) -> Iterator[Tell]:
    """A line for each system, which grows; nothing where the output is no terminal."""
    out = console()
    counts: Counter[str] = Counter()
    with Live(console=out, transient=True) as live:

        def tell(title: str, _stream: str, records: int) -> None:
            counts[title] += records
            if out.is_terminal:
                told = (words.say("fetch-so-far", system=s, records=n) for s, n in counts.items())
                live.update(Text("\n".join(told)))

        yield tell


def print_fetch(summary: FetchSummary, words: Catalogue) -> None:
    """Each system with what came of it; what is gone there, and why others are missing."""
    out = console()
    if not summary.feeds:
        out.print(words.say("fetch-no-systems"), soft_wrap=True)
        return
    columns = [words.say(named("column", name)) for name in ("system", "records", "pages", "state")]
    rows = [_row(feed, words) for feed in summary.feeds]
    out.print(table(words.say("fetch-title"), columns, rows))
    for feed in summary.feeds:
        for notice in feed.notices:
            out.print(worded(notice, words.language), soft_wrap=True)
        _tell_missing(feed, words)
    if summary.folder:
        out.print(words.say("fetch-delivered", folder=summary.folder), soft_wrap=True)


def print_check(feeds: Iterable[Feed], words: Catalogue) -> bool:
    """Each system as it is tried; returns whether nothing is missing."""
    out, found = console(), []
    for feed in feeds:
        if not feed.missing:
            out.print(words.say("fetch-key-right", system=feed.title), soft_wrap=True)
        _tell_missing(feed, words)
        found.append(feed)
    if not found:
        out.print(words.say("fetch-no-systems"), soft_wrap=True)
    return not any(feed.missing for feed in found)


def _tell_missing(feed: Feed, words: Catalogue) -> None:
    for told in feed.missing:
        typer.echo(f"{words.say('error')} {worded(told, words.language)}", err=True)


def _row(feed: Feed, words: Catalogue) -> tuple[str, ...]:
    state = words.say(named("fetch-state", "missing" if feed.missing else "whole"))
    counts = ("", "") if feed.missing else (words.text(feed.records), words.text(feed.pages))
    return (feed.title, *counts, state)
