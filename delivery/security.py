"""How the way to a mail server is kept from others; apart, as settings name it too."""

from enum import StrEnum


class Security(StrEnum):
    """Encrypted from the first byte, after a greeting, or not at all."""

    STARTTLS = "starttls"
    SSL = "ssl"
    NONE = "none"
