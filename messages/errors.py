"""The base of every failure a user can mend, and the one place where anything is worded."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import ClassVar, dataclass_transform

from messages.clause import Clause, Fact


@dataclass_transform(eq_default=False)
class CarteraError(Exception):
    """A user's mistake or a broken surrounding: a code and the facts, in fields of the subclass.

    The message of that code says fact, place and next step. The command line words it in the
    reader's language, prints it without a traceback and exits non-zero.

    >>> class LandingEmptyError(CarteraError):
    ...     code = "failure-nothing-landed"
    ...     landing: str
    >>> LandingEmptyError("landing/").clause
    Clause(code='failure-nothing-landed', facts={'landing': 'landing/'})
    """

    code: ClassVar[str]
    exit_code: ClassVar[int] = 1
    """What the command line exits with: 1 nothing was published, 2 the command was used wrongly."""

    def __init_subclass__(cls) -> None:
        dataclass(eq=False, repr=False)(cls)

    @property
    def facts(self) -> dict[str, Fact]:
        """What fills the blanks of its message: its fields, unless a subclass says otherwise."""
        return {entry.name: getattr(self, entry.name) for entry in fields(self)}  # type: ignore[arg-type]

    @property
    def may_heal(self) -> bool:
        """Whether some seconds may mend it, as where a network or a database is away."""
        return False

    @property
    def clause(self) -> Clause:
        return Clause(self.code, self.facts)

    def __str__(self) -> str:
        """The English sentence: what logs and tracebacks show."""
        return worded(self, "en")

    def __reduce__(self) -> tuple[Callable[..., "CarteraError"], tuple[object, ...]]:
        """From one process to another by its facts."""
        return _rebuilt, (type(self), dict(self.__dict__))


class UnfitValueError(ValueError):
    """A setting or argument that cannot be: for checks that others call, such as pydantic's."""

    def __init__(self, told: Clause) -> None:
        super().__init__(told.code)
        self.told = told

    def __str__(self) -> str:
        return worded(self.told, "en")


def worded(told: CarteraError | Clause | str, language: str) -> str:
    """What is told, in a reader's language; a sentence stored by an older release as it is."""
    if isinstance(told, str):
        return told
    from messages.catalogue import catalogue  # Fluent and Babel load when there is something to say

    said = told.clause if isinstance(told, CarteraError) else told
    return catalogue(language).say(said.code, **said.facts)


def _rebuilt(kind: type[CarteraError], told: dict[str, object]) -> CarteraError:
    error = kind.__new__(kind)
    error.__dict__.update(told)
    return error
