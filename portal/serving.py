"""Where the portal listens, and what whoever starts it is told."""

import socket

from messages.clause import Clause
from messages.errors import CarteraError
from messages.os_faults import os_fault
from portal.visit import Portal

_WAITING = 2048
"""Connections that the system keeps until they are taken."""


class NotServedError(CarteraError):
    """Nothing can listen there."""

    code = "failure-not-served"
    address: str
    why: Clause


def listening(host: str, port: int) -> socket.socket:
    """The place where browsers ask; raises NotServedError where it is taken or none of ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except (OSError, OverflowError) as error:
        raise NotServedError(f"{host}:{port}", os_fault(error)) from error


def lets_nobody_in(portal: Portal) -> bool:
    """Whether there is neither an account nor a company's own sign-in yet."""
    is_known = any(not person.is_disabled for person in portal.store.people())
    return not is_known and not portal.settings.portal.is_there
