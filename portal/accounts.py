"""Local accounts: who may sign in where the company has no sign-in of its own."""

from dataclasses import replace

from messages.errors import CarteraError
from portal.grants import Role
from portal.passwords import LEAST_LENGTH, hashed
from warehouse.portal.records import Person
from warehouse.portal.store import PortalStore


class UnknownRoleError(CarteraError):
    """A role that the portal does not have."""

    code = "failure-unknown-role"
    exit_code = 2
    role: str
    roles: tuple[str, ...]


class WeakPasswordError(CarteraError):
    """A password that is too short."""

    code = "failure-weak-password"
    exit_code = 2
    least: int


class UnknownPersonError(CarteraError):
    """Nobody signs in with this address."""

    code = "failure-unknown-person"
    exit_code = 2
    email: str


def new_person(
    email: str, name: str, roles: tuple[str, ...], language: str, password: str
) -> Person:
    """Raises UnknownRoleError and WeakPasswordError."""
    known = tuple(Role)
    for role in roles:
        if role not in known:
            raise UnknownRoleError(role, known)
    if len(password) < LEAST_LENGTH:
        raise WeakPasswordError(LEAST_LENGTH)
    return Person(email.strip().lower(), name, frozenset(roles), language, hashed(password))


def disable(store: PortalStore, email: str) -> None:
    """Let somebody in no more, at once; raises UnknownPersonError."""
    person = store.person(email.strip().lower())
    if person is None:
        raise UnknownPersonError(email)
    store.save_person(replace(person, is_disabled=True))
