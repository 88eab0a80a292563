"""Finance's spreadsheets: Spanish headings, semicolons, decimal commas, day first, a BOM."""

from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path

from samples.amounts import comma, spanish
from samples.csv_files import CsvFile, Dialect
from samples.products import Product
from samples.rates import Rate
from samples.records.agreements import RenewalRequest
from samples.records.book import Book
from samples.records.parties import Account, Partner
from samples.records.plans import Commitment, Goal, ManagerGoal, Target

_DIALECT = Dialect(delimiter=";", encoding="utf-8-sig", line_end="\r\n")

COSTS = ("Cuenta CRM", "Mes", "Tipo de coste", "Importe", "Divisa", "Parte fija")
PRODUCTS = ("Producto", "Nombre", "Precio de lista anual", "Divisa", "Recurrente")
TARGETS = ("Ámbito", "Id", "Periodo", "Indicador", "Objetivo", "Divisa", "Recursos previstos")
GOALS = (
    *("Meta", "Cuenta CRM", "Trimestre", "Descripción", "Unidad", "Objetivo", "Real", "Sentido"),
    *("Valor en horas", "Valor en dinero", "Divisa", "Valor confirmado por"),
)
COMMITMENTS = (
    *("Compromiso", "Cuenta CRM", "Trimestre", "Descripción", "Responsable", "Parte"),
    *("Fecha límite", "Estado", "Medida", "Causa", "Acción"),
)
RATES = ("Fecha", "Tipo", "Divisa base", "Divisa cotizada", "Cambio")
REQUESTS = (
    *("Solicitud", "Cuenta CRM", "Fecha", "Descuento solicitado", "Precio actual anual"),
    *("Precio de lista anual", "Divisa", "Motivo", "Competidor", "Probabilidad"),
    *("Probabilidad con descuento", "Probabilidad a plazo", "Plazo en años"),
    *("Parte evitable del coste", "Gasto total del cliente"),
    *("Resultado", "Fecha de la decisión", "Descuento concedido"),
)
RISKS = (
    *("Nota", "Cuenta CRM", "Fecha", "Tipo", "Descripción", "Asunto"),
    *("Entra en vigor", "Cerrada"),
)
AIMS = (
    *("Meta", "Ámbito", "Id", "Trimestre", "Descripción", "Unidad", "Partida"),
    *("Objetivo", "Real", "Fecha límite"),
)
PARTNERS = (
    *("Socio", "Trimestre", "Nombre", "Tipo", "Servicio", "Compras", "Divisa"),
    *("Nivel acordado", "Nivel alcanzado", "Incidencias", "Sustituible"),
)
NAMES = ("Tipo", "Id", "Idioma", "Nombre")
LINKS = ("Sistema", "Id externo", "Cuenta CRM")

_COST_KINDS = {"cost_of_sales": "Coste de ventas", "cost_to_serve": "Coste de servicio"}
_SIDES = {"us": "Nosotros", "client": "Cliente"}
_STATES = {"done": "Cumplido", "open": "Abierto", "moved": "Aplazado", "dropped": "Descartado"}
_UNITS = {
    "percent": "Porcentaje",
    "count": "Número",
    "hours": "Horas",
    "money": "Importe",
    "days": "Días",
}
_DIRECTIONS = {"up": "Más es mejor", "down": "Menos es mejor"}
_SCOPES = {"client": "Cliente", "manager": "Gerente", "team": "Equipo"}
_RISKS = {
    "competitor": "Competidor",
    "regulation": "Regulación",
    "people": "Personas",
    "other": "Otro",
}
_PARTNERS = {"supplier": "Proveedor", "reseller": "Revendedor", "implementer": "Implantador"}
_RATE_KINDS = {"month_end": "Cierre de mes", "average": "Media del mes"}


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _any_day(day: date | None) -> str:
    return "" if day is None else _day(day)


def _number(value: Decimal | None) -> str:
    return "" if value is None else comma(str(value))


def _worth(goal: Goal) -> str:
    return "" if goal.worth_minor is None else spanish(goal.worth_minor, goal.account.currency)


class FinanceExport:
    """The open files of one export."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        def opened(name: str, header: tuple[str, ...]) -> CsvFile:
            return stack.enter_context(CsvFile(folder / f"{name}.csv", header, _DIALECT))

        self._costs = opened("costes", COSTS)
        self._products = opened("lista_precios", PRODUCTS)
        self._names = opened("nombres", NAMES)
        self._targets = opened("objetivos", TARGETS)
        self._goals = opened("metas_clientes", GOALS)
        self._commitments = opened("compromisos", COMMITMENTS)
        self._rates = opened("tipos_cambio", RATES)
        self._requests = opened("solicitudes_renovacion", REQUESTS)
        self._risks = opened("riesgos", RISKS)
        self._aims = opened("metas_gerentes", AIMS)
        self._partners = opened("socios", PARTNERS)
        self._links = opened("mapa_cuentas", LINKS)

    def write_book(self, book: Book) -> None:
        """One client's costs, goals, promises, requests and keys."""
        for cost in book.costs:
            currency = cost.account.currency
            self._costs.write(
                *(cost.account.account_id, _day(cost.month), _COST_KINDS[cost.kind]),
                *(spanish(cost.amount_minor, currency), currency, comma(cost.fixed_share)),
            )
        for goal in book.goals:
            self._goals.write(
                *(goal.goal_id, goal.account.account_id, goal.quarter, goal.text),
                *(_UNITS[goal.unit], _number(goal.target), _number(goal.actual)),
                *(_DIRECTIONS[goal.direction], goal.worth_hours, _worth(goal)),
                *(goal.account.currency, goal.confirmed_by),
            )
        for commitment in book.commitments:
            self.write_commitment(commitment, _day(commitment.due))
        for request in book.requests:
            self._write_request(request)
        for risk in book.risks:
            self._risks.write(
                *(risk.note_id, risk.account.account_id, _day(risk.noted), _RISKS[risk.kind]),
                *(risk.text, risk.subject, _any_day(risk.due), _any_day(risk.closed)),
            )
        for account in book.accounts:
            self._write_links(account)
        self._link_projects(book)
        self.write_targets(book.targets)

    def write_commitment(self, commitment: Commitment, due: str) -> int:
        """Returns the line of the file; `due` is what somebody typed as the date."""
        return self._commitments.write(
            *(commitment.commitment_id, commitment.account.account_id, commitment.quarter),
            *(commitment.text, commitment.owner, _SIDES[commitment.side], due),
            *(_STATES[commitment.state], commitment.measure, commitment.cause),
            commitment.action,
        )

    def write_prices(self, products: Iterable[Product]) -> None:
        for item in products:
            price = spanish(item.list_price_minor, item.currency)
            recurring = "Sí" if item.is_recurring else "No"
            self._products.write(item.product_id, item.name, price, item.currency, recurring)
            if item.english != item.name:
                self._names.write("Producto", item.product_id, "en", item.english)

    def write_rates(self, rates: Iterable[Rate]) -> None:
        for rate in rates:
            self._rates.write(
                *(_day(rate.last_day), _RATE_KINDS[rate.kind], rate.base, rate.quote),
                comma(rate.text),
            )

    def write_targets(self, targets: Iterable[Target]) -> None:
        for target in targets:
            self._targets.write(
                *(_SCOPES[target.entity_type], target.entity_id, target.period, target.metric),
                *(target.target, target.currency, target.resources),
            )

    def write_aims(self, goals: Iterable[ManagerGoal]) -> None:
        for goal in goals:
            self._aims.write(
                *(goal.goal_id, _SCOPES[goal.entity_type], goal.entity_id, goal.quarter),
                *(goal.text, _UNITS[goal.unit], _number(goal.start), _number(goal.target)),
                *(_number(goal.actual), _day(goal.due)),
            )

    def write_partners(self, partners: Iterable[Partner]) -> None:
        for item in partners:
            self._partners.write(
                *(item.partner_id, item.quarter, item.name, _PARTNERS[item.kind], item.service),
                *(spanish(item.spend_minor, item.currency), item.currency),
                *(_number(item.agreed), _number(item.reached), str(item.incidents)),
                "Sí" if item.is_replaceable else "No",
            )

    def _write_request(self, request: RenewalRequest) -> None:
        currency = request.account.currency
        self._requests.write(
            *(request.request_id, request.account.account_id, _day(request.requested)),
            *(comma(request.discount), spanish(request.price_minor, currency)),
            *(spanish(request.list_price_minor, currency), currency, request.reason_code),
            *(request.competitor, comma(request.probability)),
            *(comma(request.probability_discounted), comma(request.probability_term)),
            *(request.term_years, comma(request.avoidable_share)),
            *(spanish(request.wallet_minor, currency), request.outcome),
            *(_any_day(request.decided), comma(request.granted)),
        )

    def _write_links(self, account: Account) -> None:
        if account.customer_id:
            self._links.write("stripe", account.customer_id, account.account_id)
        if account.organization_id:
            self._links.write("zendesk", account.organization_id, account.account_id)

    def _link_projects(self, book: Book) -> None:
        projects = {task.project: task.account.account_id for task in book.tasks}
        for project, account_id in projects.items():
            self._links.write("asana", project, account_id)
