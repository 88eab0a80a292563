"""Keys that look like the vendors' own, unique by construction and the same on every run."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def _base62(number: int, width: int) -> str:
    digits = []
    for _ in range(width):
        number, rest = divmod(number, 62)
        digits.append(_ALPHABET[rest])
    return "".join(reversed(digits))


def salesforce_id(prefix: str, number: int) -> str:
    """An 18-character id: key prefix, instance, counter, and the checksum of the upper case."""
    short = f"{prefix}Hs00000{_base62(number, 5)}"
    groups = (short[0:5], short[5:10], short[10:15])
    bits = [sum(1 << i for i, letter in enumerate(group) if letter.isupper()) for group in groups]
    return short + "".join(_CHECKSUM[value] for value in bits)


def stripe_id(prefix: str, number: int) -> str:
    """An id such as `in_1Qx…`: a prefix and fourteen letters that do not show the count."""
    # An odd multiplier not divisible by 31 is coprime to 62**12, so no two numbers meet.
    scattered = (number + 1) * 1_995_284_930_317_778_420_931 % 62**12
    return f"{prefix}_1Q{_base62(scattered, 12)}"


class Counter:
    """Numbers of one client's rows: `base + 1`, `base + 2`, …; clients do not overlap."""

    def __init__(self, client_number: int) -> None:
        self._next = client_number * 100_000

    def __call__(self) -> int:
        self._next += 1
        return self._next
