"""A test client's canonical rows, written by rule from what the test says about it."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
from client_money_rows import (
    contracts,
    costs,
    invoice_lines,
    invoices,
    renewal_requests,
    subscriptions,
)
from client_spec import QUARTER, Client, Rows

from transforms.core.canonical import CanonicalTables
from transforms.tables import TABLES


def tables(client: Client) -> CanonicalTables:
    rows: dict[str, Rows] = {
        "accounts": _accounts(client),
        "products": _products(client),
        "subscriptions": subscriptions(client),
        "contracts": contracts(client),
        "invoices": invoices(client),
        "invoice_lines": invoice_lines(client),
        "tickets": _tickets(client),
        "surveys": _surveys(client),
        "usage": _usage(client),
        "usage_parts": _usage_parts(client),
        "tasks": _tasks(client),
        "commitments": _commitments(client),
        "goals": _goals(client),
        "meetings": _meetings(client),
        "contacts": _contacts(client),
        "opportunities": _opportunities(client),
        "costs": costs(client),
        "renewal_requests": renewal_requests(client),
        "fx_rates": [],
    }
    systems = {
        "tickets": "zendesk",
        "tasks": "asana",
        "invoices": "stripe",
        "invoice_lines": "stripe",
        "accounts": "salesforce",
        "contracts": "salesforce",
        "meetings": "salesforce",
    }
    return CanonicalTables(
        {
            name: _frame(name, content, systems.get(name, "finance"))
            for name, content in rows.items()
            if name not in client.without
        }
    )


def _frame(name: str, rows: Rows, system: str) -> pd.DataFrame:
    lined = [
        {**row, "source": system, "source_file": f"{name}.csv", "source_line": line}
        for line, row in enumerate(rows, start=2)
    ]
    return TABLES[name].conform(pd.DataFrame(lined))


def _accounts(client: Client) -> Rows:
    return [
        {
            "account_id": account,
            "account_name": client.name if place == 0 else f"{client.name} · Centro {place}",
            "parent_account_id": None if place == 0 else "a1",
            "currency": client.currency,
            "country": "MX",
            "segment": "business",
        }
        for place, account in enumerate(client.accounts)
    ]


def _products(client: Client) -> Rows:
    scale = 1 if client.currency == "JPY" else 100
    return [
        {
            "product_id": f"p{place}",
            "product_name": name,
            "list_price_minor": 13_500 * scale + 1,
            "currency": client.currency,
        }
        for place, name in enumerate(client.products)
    ]


def _tickets(client: Client) -> Rows:
    """Five a month, filed Tuesdays at ten; the first is critical."""
    rows: Rows = []
    for step in range(7):
        month = QUARTER.months[-1].shift(-step)
        for place in range(5 + step % 3):
            day = next(
                month.start + timedelta(days=shift)
                for shift in range(7 * (place % 4), 31)
                if (month.start + timedelta(days=shift)).weekday() == 1
            )
            filed = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
            is_late = place == 0 and step < client.late_critical
            hours = client.response_hours + 0.2 * place
            rows.append(
                {
                    "ticket_id": f"t{step}-{place}",
                    "account_id": "a1",
                    "subject": "CANARY-SUBJECT",
                    "priority": "critical" if place == 0 else "normal",
                    "status": "solved",
                    "created_at": filed,
                    "first_response_at": _business_later(filed, hours),
                    "solved_at": _business_later(filed, 20 if is_late else 5),
                    "category": ("Acceso", "Facturación", "Informes")[place % 3],
                }
            )
    return rows


def _business_later(start: datetime, hours: float) -> datetime:
    """So many business hours after a weekday's ten o'clock."""
    days, rest = divmod(hours + 1, 9)
    return start + timedelta(days=int(days), hours=rest - 1)


def _surveys(client: Client) -> Rows:
    themes = ("Rapidez", "Facturación", "Formación")
    rows: Rows = [
        {
            "answer_id": f"n{quarter}-{place}",
            "account_id": "a1",
            "respondent_id": f"r{place}",
            "survey_kind": "nps",
            "score": max(score - quarter % 2, 0),
            "answered_at": datetime(2026, 9, 10, tzinfo=UTC) - timedelta(days=91 * quarter),
            "theme": themes[place % 3],
            "comment": "CANARY-COMMENT",
        }
        for quarter in range(3)
        for place, score in enumerate(client.nps_scores)
    ]
    rows += [
        {
            "answer_id": f"c{place}",
            "account_id": "a1",
            "survey_kind": "csat",
            "is_positive": place % 7 != 0,
            "answered_at": datetime(2026, 8, 3, tzinfo=UTC) - timedelta(days=90 * (place % 2)),
            "theme": themes[place % 3],
        }
        for place in range(28)
    ]
    return rows


def _usage(client: Client) -> Rows:
    """Daily for 70 weeks, or each week's on its first day; the last 28 days follow the trend."""
    end, by_day = QUARTER.end, client.weeks_from is None
    return [
        {
            "usage_id": f"u{back}",
            "account_id": "a1",
            "usage_date": end - timedelta(days=back),
            "days": 1 if by_day else 7,
            "events": 120 * (1 + client.use_trend * (back <= 28)) + back % 7,
            "active_users": 42,
            "seats_paid": 60,
        }
        for back in range(1, 7 * 70)
        if by_day or (end - timedelta(days=back)).weekday() == client.weeks_from
    ]


def _usage_parts(client: Client) -> Rows:
    """A week's use by team and module since July; the last module has not been opened of late."""
    parts = (("team", "Compras", 40), ("team", "Farmacia", 25), ("module", "Pedidos", 55))
    weeks = [QUARTER.end - timedelta(days=7 * back) for back in range(1, 13)]
    return [
        {
            "usage_part_id": f"{part}-{place}",
            "account_id": "a1",
            "usage_date": week,
            "days": 7,
            "part_kind": kind,
            "part": part,
            "events": 0 if part == "Informes" and place < 6 else size + place % 3,
            "active_users": 0 if part == "Informes" and place < 6 else size // 3,
        }
        for place, week in enumerate(weeks)
        for kind, part, size in (*parts, ("module", "Informes", 10))
    ]


def _tasks(client: Client) -> Rows:
    rows: Rows = []
    for place in range(client.milestones):
        due = date(2026, 7, 6) + timedelta(days=place * 84 // max(client.milestones, 1))
        is_open = place % 5 == 4
        rows.append(
            {
                "task_id": f"m{place}",
                "account_id": "a1",
                "task_name": f"Integración del módulo {place + 1} con el sistema hospitalario",
                "project": "Despliegue regional",
                "is_milestone": True,
                "assignee": "Paula Ríos",
                "due_date": due,
                "completed_date": None if is_open else due + timedelta(days=place % 4 - 1),
                "created_date": date(2026, 5, 1),
                "blocked_by": "Integración" if is_open else None,
            }
        )
    return rows


_PLANS = (
    ("Llevar el panel de indicadores a los tres centros", "Tres centros con panel"),
    ("Nombrar un responsable de formación", "Nombre comunicado al comité"),
    ("Reducir el alta de usuarios a un día", "Mediana de 24 h o menos"),
    ("Validar el presupuesto de licencias de 2027", "Presupuesto aprobado por escrito"),
    ("Publicar el informe mensual de servicio", "Informe antes del día 5"),
    ("Revisar permisos con cada centro", "Tres actas firmadas"),
)
_PROMISES = (
    "Formar a los equipos de compras de los tres centros",
    "Entregar el panel de indicadores para dirección",
    "Revisar los niveles de servicio con el comité",
    "Publicar la guía de altas y bajas",
    "Migrar los usuarios del centro norte",
    "Activar el inicio de sesión único",
)


def _commitments(client: Client) -> Rows:
    due: Rows = [
        {
            "commitment_id": f"q3-{place:02d}",
            "account_id": "a1",
            "quarter": "2026-Q3",
            "commitment": _PROMISES[place % len(_PROMISES)],
            "owner": "Lucía Herrera" if place % 2 else "Dirección de compras",
            "owner_side": "us" if place % 2 else "client",
            "due_date": date(2026, 7, 15) + timedelta(days=12 * (place % 6)),
            "state": state,
            "measure": "Acta firmada",
            "cause": None if state == "done" else "Certificado sin renovar a tiempo",
            "action": None if state == "done" else "Calendario de certificados compartido",
        }
        for place, state in enumerate(client.commitments)
    ]
    coming: Rows = [
        {
            "commitment_id": f"q4-{place:02d}",
            "account_id": "a1",
            "quarter": "2026-Q4",
            "commitment": _PLANS[place % len(_PLANS)][0],
            "owner": "Dirección de compras" if place % 2 else "Lucía Herrera",
            "owner_side": "client" if place % 2 else "us",
            "due_date": date(2026, 10, 15) + timedelta(days=10 * place),
            "state": "open",
            "measure": _PLANS[place % len(_PLANS)][1],
        }
        for place in range(client.plans)
    ]
    return due + coming


def _goals(client: Client) -> Rows:
    return [
        {
            "goal_id": f"g{place}",
            "account_id": "a1",
            "quarter": "2026-Q3",
            "goal": goal,
            "unit": unit,
            "target": target,
            "actual": actual,
            "direction": direction,
            "worth_hours": 120 if place == 0 else None,
            "worth_minor": 4_500_000 if place == 1 else None,
            "currency": client.currency,
            "worth_confirmed_by": "Dirección de compras" if place < 2 else None,
        }
        for place, (goal, unit, target, actual, direction) in enumerate(client.goals)
    ]


def _meetings(client: Client) -> Rows:
    return [
        {
            "meeting_id": f"v{place}",
            "account_id": "a1",
            "starts_at": datetime(2026, 7, 8, tzinfo=UTC) + timedelta(days=30 * place),
            "subject": "CANARY-MEETING",
            "is_held": True,
            "is_with_client": True,
        }
        for place in range(-9 if client.reviewed else 0, 3)
    ]


def _contacts(client: Client) -> Rows:
    people = (("Marta Solís", "Dirección de compras", True), ("Iván Prat", "Sistemas", False))
    return [
        {
            "contact_id": f"c{place}",
            "account_id": "a1",
            "contact_name": name,
            "job_title": title,
            "is_active": is_active,
        }
        for place, (name, title, is_active) in enumerate(people * client.people)
    ]


def _opportunities(client: Client) -> Rows:
    return [
        {
            "opportunity_id": f"o{place}",
            "account_id": "a1",
            "opportunity_name": "Módulo de analítica",
            "stage": "Propuesta",
            "state": "open",
            "amount_minor": 4_200_001 + place,
            "currency": client.currency,
            "probability": 0.37,
            "close_date": date(2026, 12, 18),
            "deal_kind": "extension",
        }
        for place in range(client.deals)
    ]
