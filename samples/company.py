from contextlib import ExitStack
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from samples.days import *
from samples.days import add_months, at
from samples.ids import salesforce_id, stripe_id
from samples.products import PRODUCTS
from samples.rates import RateBook
from samples.records import *
from samples.vendors.asana import AsanaExport
from samples.vendors.finance import FinanceExport
from samples.vendors.salesforce import SalesforceExport
from samples.vendors.settings import write_settings
from samples.vendors.stripe import StripeExport
from samples.vendors.surveys import SurveyExport
from samples.vendors.usage import UsageExport
from samples.vendors.zendesk import ZendeskExport


def generate(directory: Path, accounts: int, seed: int) -> None:
    write_settings(directory)
    landing = directory / "landing" / "2026-10-01"
    manager = Manager(salesforce_id("005", 1), "Elena", "Robles Arce", "elena.robles@lumbrera.example", "Cuentas México")
    robot = Manager(salesforce_id("005", 9), "Integración", "Plataforma", "integracion@lumbrera.example", "Sistemas", False)
    with ExitStack() as stack:
        salesforce = SalesforceExport(landing / "salesforce", stack)
        stripe = StripeExport(landing / "stripe", stack)
        surveys = SurveyExport(landing / "surveys", stack)
        asana = AsanaExport(landing / "asana", stack)
        usage = UsageExport(landing / "usage", stack)
        finance = FinanceExport(landing / "finance", stack)
        zendesk = ZendeskExport(landing / "zendesk")
        stack.callback(zendesk.close)
        salesforce.write_users([manager, robot], "Lumbrera Software")
        finance.write_prices(PRODUCTS)
        finance.write_rates(RateBook(seed).rates)
        for n in range(1, accounts + 1):
            a = Account(n, salesforce_id("001", n), f"Cliente {n}", "Customer - Direct", "", manager, "Business", "Gold", "Logistics", "Ciudad de México", "MX", "es-MX", ["MXN", "JPY"][n % 2], date(2024, 4, 3), stripe_id("cus", n), 36000000 + n, 30, 16)
            b = Book(a, [a])
            s = Subscription(stripe_id("sub", n), a, "LUM-CORE", "active", 2, "month", 150000, 10, date(2024, 5, 1))
            b.subscriptions.append(s)
            line = Line(stripe_id("il", n), "LUM-CORE", "Lumbrera Core × 2", 2, 300000, 30000, date(2026, 9, 1), date(2026, 10, 1), s.subscription_id)
            b.invoices.append(Invoice(stripe_id("in", n), f"LUM-{n:04d}", a, at(date(2026, 9, 1), 6), date(2026, 10, 1), [line], 270000, 43200, "paid", 313200))
            b.payments.append(Payment(stripe_id("py", n), a, stripe_id("in", n), f"LUM-{n:04d}", at(date(2026, 9, 20), 10), 313200))
            b.refunds.append(Refund(stripe_id("re", n), a, stripe_id("py", n), at(date(2026, 9, 25), 10), 1000, "requested_by_customer"))
            b.credit_notes.append(CreditNote(stripe_id("cn", n), f"LUM-CN-{n}", a, stripe_id("in", n), at(date(2026, 9, 24), 12), 1000, 160, stripe_id("cnli", n), "LUM-CORE", "Ajuste de servicio", "order_change"))
            b.tickets.append(Ticket(1000 + n, a, 77, "No se genera el informe de rutas", "urgent", "solved", "platform", True, at(date(2026, 9, 1), 10), at(date(2026, 9, 1), 11), at(date(2026, 9, 1), 15)))
            b.tickets.append(Ticket(5000 + n, a, 77, "No se genera el informe de rutas", "normal", "open", "platform", False, at(date(2026, 9, 1), 10)))
            b.nps.append(Answer(f"NPS-{n}", a, f"R-{n}", 9, at(date(2026, 9, 3), 10), "Gran equipo", "support"))
            b.csat.append(Answer(f"CSAT-{n}", a, f"R-{n}", 5, at(date(2026, 9, 3), 10), "Gran equipo", "", 1000 + n))
            b.usage.append(UsageWeek(a, date(2026, 9, 21), 500, 20, 30))
            b.tasks.append(Task(f"12{n:012d}", a, "Conectar ERP", f"Cliente {n} · Implantación", "En curso", "Elena Robles Arce", "elena.robles@lumbrera.example", date(2026, 7, 1), date(2026, 8, 1), None, True, "Integraciones"))
            b.meetings.append(Meeting(salesforce_id("00U", n), a, "Revisión trimestral", at(date(2026, 7, 14), 10), 60, "Business Review", "Held", True))
            b.contacts.append(Contact(salesforce_id("003", n), a, "Ana", "Díaz", "Directora", "ana@example.com"))
            b.contracts.append(Contract(salesforce_id("800", n), f"{n:08d}", a, "Activated", date(2025, 1, 1), date(2027, 1, 1), 60, True))
            b.opportunities.append(Opportunity(salesforce_id("006", n), a, "Ampliación", "Closed Won", "Existing Customer - Upgrade", 500000, 100, date(2026, 1, 1), date(2026, 3, 1), "LUM-SEAT"))
            b.costs.append(Cost(a, date(2026, 9, 1), "cost_of_sales", 123456, "0.35"))
            b.costs.append(Cost(a, date(2026, 9, 1), "cost_to_serve", 23456, "0.35"))
            b.commitments.append(Commitment(f"C-{n}", a, "2026-Q3", "Activar SSO", "Integraciones", "us", date(2026, 9, 15), "moved", "SSO activo", "Falta certificado", "Nuevo plan"))
            b.goals.append(Goal(f"G-{n}", a, "2026-Q3", "Adopción", "percent", Decimal("80"), Decimal("82.5"), "up"))
            b.targets.append(Target("client", a.account_id, "2026-Q3", "recognised_revenue", "810.000,00" , a.currency, "1 gestor"))
            b.requests.append(RenewalRequest(f"S-{n}", a, date(2026, 9, 10), "0.25", 3240000, 3600000, "price", "Quantia", "0.7", "0.85", "0.9", 3, "0.8", 5000000))
            salesforce.write_book(b); stripe.write_book(b); surveys.write_book(b); asana.write_book(b); usage.write_book(b); finance.write_book(b); zendesk.write_book(b)
        salesforce.write_lead(salesforce_id("00Q", 1), ("Luis", "Prado"), "Harinas del Valle", manager, date(2026, 8, 1), None, "Open - Not Contacted", "Web")
        salesforce.write_account(Account(900, salesforce_id("001", 900), "Socio", "Partner", "", manager, "", "", "Consulting", "Madrid", "ES", "es-ES", "EUR", date(2025, 1, 1)))
