"""Commands as they are used, and as they are used wrongly."""

from collections.abc import Iterator

from .cases import Case, at
from .companies import PERIOD
from .failing_settings import COMPANY

QUARTER = ("--period", PERIOD)
LANDED = "company/landing/2026-10-01"
_CLIENT = "Grupo Logístico Almadén"
_HELP = (
    *("", "sample", "init", "map", "check", "run", "kpis", "explain", "status", "accounts"),
    *("accounts propose", "decisions", "decisions import", "decks", "decks import"),
)
_CLIENTES = "Código cliente;Razón social;Fecha alta\nC-001;Talleres Muñoz;31/01/2024\n"
_FACTURAS = """Nº factura;Cliente;Fecha factura;Vencimiento;Estado;IVA;Total
F-1;C-001;03/02/2026;05/03/2026;Pagada;210,00;1.210,00
F-2;C-002;28/02/2026;30/03/2026;Pendiente;21,50;123,90
"""
_EXPORTS = {
    "exports/clientes.csv": (_CLIENTES + "C-002;Café Peña;15/02/2024\n").encode("cp1252"),
    "exports/facturas.csv": _FACTURAS.encode("cp1252"),
}
_LINKS = """[company]
name = "Acme's agency"
reporting_currency = "EUR"
languages = ["es"]
[[sources]]
mapping = "hubspot"
[[sources]]
mapping = "stripe"
"""
_UNLINKED = {
    "company/cartera.toml": _LINKS,
    f"{LANDED}/companies.csv": "Record ID,Company name,Company Domain Name,Create Date,"
    'Merged object IDs\n101,"Viñas del Sur, S.L.",vinas.es,2024-01-01 10:00,99; 98\n'
    "102,Faro Digital,faro.io,2024-01-01 10:00,\n",
    f"{LANDED}/customers.csv": "id,Name,Email,account_id (metadata)\n"
    'cus_1,VINAS DEL SUR SL,pagos@vinas.es,\ncus_3,=HYPERLINK("x"),,\n',
    f"{LANDED}/payments.csv": "id,Customer ID,Status,Created date (UTC),Amount,Currency,Mode\n"
    "p1,cus_1,Paid,2026-09-01 10:00,50.00,eur,Live\n",
}


def command_cases() -> Iterator[Case]:
    """Everything but explanations of figures and whole runs."""
    for command in _HELP:
        name = command.replace(" ", "-") or "cartera"
        yield Case(f"help-{name}", (*command.split(), "--help"))
    yield from _wrong_use()
    yield from _folders()
    yield from _figures()
    yield from _maps()
    yield from _states()
    yield from _refused_runs()


def _wrong_use() -> Iterator[Case]:
    """What the parser of the command line tells."""
    yield Case("use-nothing", ())
    yield Case("use-unknown-command", ("rum",))
    yield Case("use-unknown-option", ("check", "--compny", "x"))
    yield Case("use-no-period", at("kpis"))
    yield Case("use-wrong-kind", at("kpis", *QUARTER, "--by", "country"))
    yield Case("use-wrong-format", at("kpis", *QUARTER, "--format", "xml"))
    yield Case("use-no-file", at("decisions", "import"))
    yield Case("use-no-accounts", ("sample", "demo", "--accounts", "0"))


def _folders() -> Iterator[Case]:
    settings = ("acme/cartera.toml",)
    yield Case("init", ("init", "acme"), shows=settings)
    yield Case("init-taken", ("init", "acme"), changes={"acme/notes.txt": "mine"})
    yield Case("sample", ("sample", "demo", "--accounts", "2", "--seed", "3"), is_slow=True)
    yield Case("sample-taken", ("sample", "demo"), changes={"demo/notes.txt": "mine"})
    for command in (("check",), ("status",), ("kpis", *QUARTER), ("accounts", "propose")):
        yield Case(f"no-company-{command[0]}", at(*command))
    empty = {"company/cartera.toml": COMPANY + '[[sources]]\nmapping = "stripe"\n'}
    landing = {**empty, "company/landing/.keep": ""}
    for command in (("check",), ("status",), ("kpis", *QUARTER), ("accounts", "propose")):
        yield Case(f"no-exports-{command[0]}", at(*command), changes=landing)
    broken = {"company/warehouse.db": "no database at all" * 99}
    yield Case("warehouse-broken", at("status"), "small", broken)
    unreachable = {"CARTERA_WAREHOUSE__URL": "postgresql+psycopg://cartera:hush@127.0.0.1:9/c"}
    yield Case("warehouse-unreachable", at("status"), "small", environment=unreachable)


def _figures() -> Iterator[Case]:
    """`cartera kpis` as a table and as JSON, and refused."""
    for form, more in {
        "client": ("--account", "001Hs000000001cIAA"),
        "json": ("--account", "portfolio", "--format", "json"),
        "known-at": ("--known-at", "2026-10-01", "--by", "team"),
        "managers": ("--by", "manager"),
    }.items():
        yield Case(f"kpis-{form}", at("kpis", *QUARTER, *more), "loaded-sample", is_slow=True)
    for name, more in {
        "period": ("--period", "2026-Q5"),
        "period-empty": ("--period", ""),
        "known-at": (*QUARTER, "--known-at", "soon"),
        "known-nothing": (*QUARTER, "--known-at", "2020-01-01"),
        "language": (*QUARTER, "--lang", "zz"),
        "account": (*QUARTER, "--account", "nobody"),
        "account-and-team": (*QUARTER, "--by", "team", "--account", "A"),
    }.items():
        yield Case(f"kpis-wrong-{name}", at("kpis", *more), "loaded-small")
    for name, more in {
        "client": ("Grupo Logistico", "nps", *QUARTER),
        "nobody": ("Qwertz", "nps", *QUARTER),
        "kpi": (_CLIENT, "nsp", *QUARTER),
        "kpi-far": (_CLIENT, "qqqqqq", *QUARTER),
        "grain": (_CLIENT, "usage_weekly", *QUARTER),
        "team": ("Nobody", "csat", *QUARTER, "--by", "team"),
        "kind": (_CLIENT, "lead_conversion", *QUARTER),
        "portfolio": ("portfolio", "tenure_months", *QUARTER),
        "period": (_CLIENT, "nps", "--period", "last"),
    }.items():
        yield Case(f"explain-wrong-{name}", at("explain", *more), "loaded-sample", reads_only=True)


def _maps() -> Iterator[Case]:
    """`cartera map` and `cartera accounts propose`."""
    to = ("--out", "mine/erp.toml")
    yield Case("map-spanish", ("map", "exports", *to), changes=_EXPORTS, shows=to[1:])
    broken = {**_EXPORTS, "exports/broken.json": "{", "exports/empty.csv": ""}
    yield Case("map-partly-broken", ("map", "exports", *to), changes=broken, shows=to[1:])
    for folder in ("salesforce", "stripe", "zendesk", "finance", "surveys"):
        place = f"{LANDED}/{folder}"
        yield Case(f"map-{folder}", ("map", place, *to), "small", shows=to[1:], is_slow=True)
    yield Case("map-no-folder", ("map", "nowhere", *to))
    yield Case("map-empty-folder", ("map", "exports", *to), changes={"exports/.keep": ""})
    strange = {"exports/a.csv": "foo,bar\n1,2\n", "exports/b.txt": "prose"}
    yield Case("map-nothing-known", ("map", "exports", *to), changes=strange)
    taken = {**_EXPORTS, "mine/erp.toml": "mine"}
    yield Case("map-taken", ("map", "exports", *to), changes=taken)
    propose = at("accounts", "propose")
    yield Case("accounts-unlinked-check", at("check"), changes=_UNLINKED, is_slow=True)
    for name in ("account_map.csv", "mapa_de_cuentas.csv"):
        yield Case(
            f"accounts-propose-{name}",
            (*propose, "--out", name),
            changes=_UNLINKED,
            shows=(name,),
            is_slow=True,
        )
    yield Case("accounts-propose-sample", propose, "loaded-small", shows=("*.csv",), is_slow=True)
    yield Case("accounts-wrong-name", (*propose, "--out", "map.csv"), "loaded-small")
    held = {"account_map.csv": "mine"}
    yield Case("accounts-taken", (*propose, "--out", "account_map.csv"), "loaded-small", held)


def _states() -> Iterator[Case]:
    page = ("company/output/validation.html",)
    yield Case("check-sample", at("check"), "sample", shows=page, is_slow=True)
    yield Case("check-small", at("check"), "small", shows=page, is_slow=True)
    yield Case("status-never-run", at("status"), "small")
    yield Case("status-sample", at("status"), "loaded-sample", reads_only=True)
    for command in ("decisions", "decks"):
        changes = {"file.txt": "text"}
        yield Case(f"{command}-no-file", at(command, "import", "none.xlsx"), "loaded-small")
        yield Case(f"{command}-text", at(command, "import", "file.txt"), "loaded-small", changes)


def _refused_runs() -> Iterator[Case]:
    """Runs that end before they read anything."""
    run = at("run", *QUARTER)
    yield Case("run-no-company", run)
    yield Case("run-period", at("run", "--period", "2026-Q5"), "loaded-small", is_slow=True)
    for name, more in {
        "known-at": ("--known-at", "soon"),
        "language": ("--lang", "zz"),
        "variant": ("--variant", "secret"),
    }.items():
        yield Case(f"run-{name}", (*run, *more), "loaded-small", is_slow=True)
    for name, lines, files in (
        ("template-missing", 'template = "brand.pptx"', {}),
        ("template-text", 'template = "brand.pptx"', {"company/brand.pptx": "text"}),
        ("logo-missing", 'logo = "logo.png"', {}),
        ("logo-text", 'logo = "logo.png"', {"company/logo.png": "text"}),
    ):
        settings = {"company/cartera.toml": f"{COMPANY}[brand]\n{lines}\n"}
        changes = {**settings, **files}
        yield Case(f"run-brand-{name}", run, changes=changes, is_slow=True)
