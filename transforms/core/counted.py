"""Numbers in sentences, with the form of the words that go with them."""


class Counted(int):
    """A whole number that a sentence counts by.

    >>> "{n} {n:client|clients} held back".format(n=Counted(1))
    '1 client held back'
    >>> "{n} {n:client|clients} held back".format(n=Counted(0))
    '0 clients held back'
    """

    def __format__(self, form: str) -> str:
        one, is_choice, several = form.partition("|")
        if is_choice:
            return one if self == 1 else several
        return format(int(self), form)
