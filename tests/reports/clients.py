"""Client files for tests: a usual one, and those that are hard to report on."""

from dataclasses import replace
from datetime import date
from functools import cache

from client_figures import book
from client_rows import tables
from client_spec import POLICY, QUARTER, Client
from row_clients import RowClient

from reports.client import ClientFile

__all__ = ["POLICY", "QUARTER", "Client", "client_file"]


@cache
def client_file(client: Client) -> ClientFile:
    """The client's file for the third quarter of 2026; its figures take seconds, so each is made
    once."""
    rows = tables(client)
    return RowClient(
        client_id="a1",
        client_name=client.name,
        language=client.language,
        locale=client.locale,
        currency=client.currency,
        period=QUARTER,
        data_date=date(2026, 10, 1),
        manager_name="Lucía Herrera",
        manager_email="lucia.herrera@nubalia.example",
        kpis=book(rows, client),
        tables=rows,
        policy=client.policy,
        edition="3f9a1c07",
    )


@cache
def full_client() -> ClientFile:
    """Every feed is there: good news and bad."""
    return client_file(Client())


@cache
def reviewed_client() -> ClientFile:
    """The same with all that an account review shows."""
    return client_file(
        Client(reviewed=True, subscriptions=3, months=26, movements=(31_000, -12_000), unpaid=4)
    )


@cache
def english_client() -> ClientFile:
    return client_file(
        Client(
            name="Harbour & Vale Logistics",
            language="en",
            locale="en-GB",
            currency="GBP",
            use_trend=0.12,
            response_hours=1.2,
            late_critical=0,
            invoice_major=6_400,
            products=("Platform", "Analytics", "Support"),
            goals=(
                ("Weekly active users", "count", 400, 432, "up"),
                ("Orders handled online", "percent", 75, 78, "up"),
            ),
            commitments=("done", "done", "done"),
        )
    )


@cache
def yen_client() -> ClientFile:
    return client_file(
        Client(
            name="北浜商事 株式会社",
            language="en",
            locale="en-US",
            currency="JPY",
            invoice_major=1_250_000,
        )
    )


@cache
def awkward_client() -> ClientFile:
    """A name of 120 characters and more rows than one page holds."""
    name = (
        "Compañía Iberoamericana de Suministros Hospitalarios, Logística y Servicios "
        "Integrales del Noroeste, Sociedad Anónima S. A."
    ).ljust(120, "x")[:120]
    long_goal = "Reducir el tiempo que pasa entre el pedido del hospital y su entrega en planta"
    return client_file(
        Client(
            name=name,
            locale="es-ES",
            currency="EUR",
            milestones=23,
            commitments=("done", "open", "moved", "open", "dropped") * 3,
            plans=14,
            accounts=tuple(f"a{number}" for number in range(1, 9)),
            products=tuple(f"Módulo {number} de gestión avanzada" for number in range(1, 8)),
            goals=tuple((f"{long_goal} {n}", "days", 3, 3 + n, "down") for n in range(1, 9)),
            response_hours=9.5,
        )
    )


@cache
def subscribed_client() -> ClientFile:
    """Subscriptions, tickets and use; no invoices, as with companies that bill elsewhere."""
    return client_file(
        Client(
            subscriptions=15,
            without=("invoices", "invoice_lines", "contracts", "tasks", "commitments", "goals"),
        )
    )


@cache
def thin_client() -> ClientFile:
    """One month of invoices and nothing else."""
    return client_file(
        Client(
            months=1,
            without=(
                *("tickets", "surveys", "usage", "usage_parts", "tasks", "commitments"),
                *("goals", "contracts"),
            ),
        )
    )


def renamed(file: ClientFile, name: str) -> ClientFile:
    """The same client under another name."""
    return replace(file, client_name=name)
