"""The company itself: its managers, and accounts that are not clients."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random

from samples.days import DELIVERY
from samples.ids import salesforce_id
from samples.plan import CHICAGO, MADRID, MEXICO, MONTERREY, Place
from samples.records.parties import Account, Lead, Manager
from samples.records.plans import ManagerGoal, Target
from samples.vendors.salesforce import SalesforceExport
from samples.wording import WORDS

COMPANY = "Lumbrera Software"


def _manager(number: int, first: str, last: str, mail: str, team: str) -> Manager:
    return Manager(salesforce_id("005", number), first, last, f"{mail}@lumbrera.example", team)


MANAGERS = (
    _manager(1, "Elena", "Robles Arce", "elena.robles", "Cuentas México"),
    _manager(2, "Javier", "Ortuño Vidal", "javier.ortuno", "Cuentas Iberia"),
    _manager(3, "Margaret", "Ellison", "margaret.ellison", "International Accounts"),
)
ROBOT = Manager(
    salesforce_id("005", 90),
    "Integración",
    "Plataforma",
    "integracion@lumbrera.example",
    "Sistemas",
    is_manager=False,
)

# Far from the clients' numbers, which start at 100 and step by one.
_OUTSIDERS = 10


def _outsider(number: int, name: str, kind: str, place: Place, manager: Manager) -> Account:
    return Account(
        _OUTSIDERS + number,
        salesforce_id("001", _OUTSIDERS + number),
        name,
        kind,
        "",
        manager,
        "Business",
        "",
        "Consulting" if kind == "Partner" else "Retail",
        place.city,
        place.country,
        place.locale,
        place.currency,
        date(2026, 3, 16 + number),
    )


PROSPECTS = (
    _outsider(1, "Cafetería Jardín Central", "Prospect", MEXICO, MANAGERS[0]),
    _outsider(2, "Redstone Market Group", "Prospect", CHICAGO, MANAGERS[2]),
)
PARTNERS = (
    _outsider(3, "Integradora Puente Nuevo", "Partner", MONTERREY, MANAGERS[0]),
    _outsider(4, "Consultoría Hilo Rojo", "Partner", MADRID, MANAGERS[1]),
)

LEADS_OF_NOBODY = 12

_STATES = ("Open - Not Contacted", "Working - Contacted", "Closed - Not Converted")
_SOURCES = ("Web", "Partner Referral", "Trade Show", "Phone Inquiry")


def write_people(export: SalesforceExport, clients: list[Account], seed: int) -> list[Lead]:
    """Users, accounts that are not clients, and leads, which are returned: some became the
    clients."""
    export.write_users((*MANAGERS, ROBOT), COMPANY)
    for account in (*PROSPECTS, *PARTNERS):
        export.write_account(account)
    rng, leads = Random(f"{seed}:leads"), []
    for number in range(LEADS_OF_NOBODY + len(clients) // 2):
        manager = MANAGERS[number % len(MANAGERS)]
        words = WORDS["en" if number % 3 == 2 else "es"]
        person = (rng.choice(words.first_names), rng.choice(words.last_names))
        created = date(2026, rng.randrange(1, 10), rng.randrange(1, 28))
        converted, status = None, rng.choice(_STATES)
        if number >= LEADS_OF_NOBODY:
            account = clients[(number - LEADS_OF_NOBODY) * 2]
            converted, status = (account.created, account.account_id), "Qualified"
            created = account.created
        export.write_lead(
            salesforce_id("00Q", number + 1),
            person,
            f"{person[1].split()[0]} y Asociados" if number % 3 != 2 else f"{person[1]} & Co.",
            manager,
            min(created, DELIVERY),
            converted,
            status,
            rng.choice(_SOURCES),
        )
        day = converted[0] if converted else None
        leads.append(Lead(manager, min(created, DELIVERY), day))
    return leads


def targets_of_managers(last_year: Callable[[str], int]) -> list[Target]:
    """Revenue targets of managers and their teams for the showcase quarter.

    `last_year` gives a manager's revenue of the same quarter a year before, in centavos.
    """
    rows = []
    for manager in MANAGERS:
        target = last_year(manager.manager_id) * 115 // 100 // 100_000 * 1_000
        written = f"{target:,}".replace(",", ".")
        staff = "1 gerente, 1 consultor de adopción"
        for kind, key in (("manager", manager.manager_id), ("team", manager.team)):
            rows.append(Target(kind, key, "2026-Q3", "recognised_revenue", written, "MXN", staff))
    return rows


_AIMS = (
    ("Reuniones con dirección en cuentas Platinum y Gold", "count", ("4", "9", "7")),
    ("Cuentas con plan de crecimiento acordado", "percent", ("20", "60", "60")),
)


def aims_of_managers() -> list[ManagerGoal]:
    """Two goals a manager for the showcase quarter; the last one's second is not measured."""
    rows = []
    for manager in MANAGERS:
        for place, (text, unit, (start, target, actual)) in enumerate(_AIMS, start=1):
            is_measured = place == 1 or manager is not MANAGERS[-1]
            rows.append(
                ManagerGoal(
                    f"G-{manager.manager_id[-5:]}-{place}",
                    "manager",
                    manager.manager_id,
                    "2026-Q3",
                    text,
                    unit,
                    Decimal(start),
                    Decimal(target),
                    Decimal(actual) if is_measured else None,
                    date(2026, 9, 30),
                )
            )
    return rows
