"""What a file that is not used comes nearest to, for a person to finish."""

from collections.abc import Sequence

from sources.proposer.formats import spelled_out, with_formats
from sources.proposer.guesses import FileGuess, Looked, Nearest
from sources.proposer.known import Known
from sources.proposer.roles import ORDER
from sources.proposer.tables import Attempt, attempt
from sources.proposer.units import with_units
from sources.proposer.unread import with_unread, with_words

_LEAST_FOUND = 2


def nearest(looked: Looked, known: Known, attempts: Sequence[Attempt]) -> Nearest | None:
    """The table that most columns of the file are found for, and fewest lack."""
    if not looked.sample.rows:
        return None
    tried = [*attempts, *(attempt(looked, known, table) for table in ORDER)]
    best = max(tried, key=lambda item: 2 * _found(item) - len(item.lacking))
    if _found(best) < _LEAST_FOUND:
        return None
    guess = FileGuess(looked, (best.table,), best.lookups)
    guess = with_words(with_formats(with_units(guess, known)))
    return Nearest(with_unread(spelled_out(guess)), best.lacking)


def _found(made: Attempt) -> int:
    """Columns that the file itself fills, each of its columns once."""
    read = {str(item.rule.get("column", item.rule.get("join", ""))) for item in made.table.columns}
    return len(read - {""})
