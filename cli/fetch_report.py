"""What a person reads of a fetch, while it goes on and at its end."""

from collections import Counter
from collections.abc import Iterator
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
    """Each system with what came of it; why others are missing."""
    out = console()
    if not summary.feeds:
        out.print(words.say("fetch-no-systems"), soft_wrap=True)
        return
    columns = [words.say(named("column", name)) for name in ("system", "records", "pages", "state")]
    rows = [_row(feed, words) for feed in summary.feeds]
    out.print(table(words.say("fetch-title"), columns, rows))
    for feed in summary.feeds:
        if feed.told:
            typer.echo(f"{words.say('error')} {worded(feed.told, words.language)}", err=True)
    if summary.folder:
        out.print(words.say("fetch-delivered", folder=summary.folder), soft_wrap=True)


def _row(feed: Feed, words: Catalogue) -> tuple[str, ...]:
    state = words.say(named("fetch-state", "missing" if feed.told else "whole"))
    counts = ("", "") if feed.told else (words.text(feed.records), words.text(feed.pages))
    return (feed.title, *counts, state)
