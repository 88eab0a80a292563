"""The base of every failure a user can mend."""


class CarteraError(Exception):
    """A user's mistake or a broken surrounding in one sentence: fact, place, next step.

    Each failure is a subclass that builds its own sentence. The command line prints it
    without a traceback and exits non-zero.
    """

    exit_code = 1
    """What the command line exits with: 1 nothing was published, 2 the command was used wrongly."""
