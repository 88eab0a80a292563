"""The base of every failure a user can mend."""

from collections.abc import Callable


class CarteraError(Exception):
    """A user's mistake or a broken surrounding in one sentence: fact, place, next step.

    Each failure is a subclass that builds its own sentence. The command line prints it
    without a traceback and exits non-zero.
    """

    exit_code = 1
    """What the command line exits with: 1 nothing was published, 2 the command was used wrongly."""

    def __reduce__(self) -> tuple[Callable[..., "CarteraError"], tuple[object, ...]]:
        """From one process to another by its sentence, which is already built."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(
    kind: type[CarteraError], sentence: tuple[object, ...], told: dict[str, object]
) -> CarteraError:
    error = kind.__new__(kind, *sentence)
    error.args = sentence
    error.__dict__.update(told)
    return error
