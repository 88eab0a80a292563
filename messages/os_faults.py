"""Why the operating system refused, in the reader's words where it is one of the usual reasons."""

import errno

from messages.clause import Clause, clause

_CODES = {
    errno.ENOENT: "os-no-such-file",
    errno.EACCES: "os-permission-denied",
    errno.EPERM: "os-permission-denied",
    errno.EROFS: "os-read-only",
    errno.ENOSPC: "os-no-space",
    errno.EDQUOT: "os-no-space",
    errno.EISDIR: "os-is-a-folder",
    errno.ENOTDIR: "os-not-a-folder",
    errno.EEXIST: "os-is-there",
    errno.EADDRINUSE: "os-address-taken",
    errno.ENAMETOOLONG: "os-name-too-long",
    errno.EIO: "os-input-output",
    errno.ETIMEDOUT: "os-no-answer",
    errno.ECONNREFUSED: "os-connection-refused",
    errno.ECONNRESET: "os-connection-lost",
    errno.EHOSTUNREACH: "os-no-route",
    errno.ENETUNREACH: "os-no-route",
}


def os_fault(error: Exception) -> Clause:
    """The reason that an OSError tells; of others, and of rarer ones, what they say themselves."""
    number = getattr(error, "errno", None)
    if number in _CODES:
        return clause(_CODES[number])
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return clause("os-other", told=str(told).lower())
