"""The base of every failure a user can mend."""


class CarteraError(Exception):
    """A user's mistake or a broken surrounding in one sentence: fact, place, next step.

    Each failure is a subclass that builds its own sentence. The command line prints it
    without a traceback and exits non-zero.
    """
