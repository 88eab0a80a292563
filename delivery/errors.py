"""Failures of telling. None of them quotes an address with a secret in it, or what was told."""

import ssl

from messages.clause import Clause, clause
from messages.errors import CarteraError
from messages.os_faults import os_fault


class NotTakenError(CarteraError):
    """Whoever was to take a notice did not."""

    code = "failure-notice-not-taken"
    why: Clause


class WebhookAddressError(CarteraError):
    """An address of a webhook that cannot be one. It is not quoted: whoever has it may post."""

    code = "failure-webhook-address"


class OpenPasswordError(CarteraError):
    """A password would go through the network in clear."""

    code = "failure-open-password"
    host: str


def connection_fault(error: OSError) -> Clause:
    """Why there was no connection: a certificate that nobody vouches for is no refused right."""
    return clause("notice-certificate") if isinstance(error, ssl.SSLError) else os_fault(error)
