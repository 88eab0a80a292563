"""cartera.toml, with the environment on top: where things lie, which sources, which policy."""

import os
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    BaseModel,
    Field,
    TypeAdapter,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from messages.catalogue import languages
from messages.clause import clause
from messages.errors import CarteraError, UnfitValueError
from messages.locales import is_spoken
from pipeline.settings_faults import (
    COMPANY_VARIABLE,
    Fault,
    SettingsInvalidError,
    faults_of,
    invalid,
    unknown_keys,
)
from pipeline.settings_portal import PortalChoice
from pipeline.settings_section import Delivering, Fetching, Notify, Retention, Schedule, Section
from sources.mapping.toml_lines import syntax_fault
from transforms.core.money import is_currency
from transforms.core.policy import (
    PartnerPolicy,
    Policy,
    RelationshipPolicy,
    RenewalPolicy,
    SignalPolicy,
)

SETTINGS_NAME = "cartera.toml"


class SettingsMissingError(CarteraError):
    """There is no cartera.toml where one was expected."""

    code = "failure-settings-missing"
    path: Path


Named = TypeVar("Named", bound=Collection[str])


def _known_languages(named: Named) -> Named:
    if set(named) - set(languages()):
        raise UnfitValueError(clause("settings-languages", known=languages()))
    return named


_USUAL_LOCALES = {"es": "es-MX", "en": "en-US"}
"""Of languages that the company speaks where nobody else does, and that CLDR has elsewhere."""


class Company(Section):
    """Who runs Cartera."""

    name: str
    time_zone: str = "UTC"
    reporting_currency: str = "USD"
    country: str = ""
    fiscal_start_month: int = 1
    languages: tuple[str, ...] = ("en",)

    @property
    def zone(self) -> ZoneInfo:
        """Whose days and hours count."""
        return ZoneInfo(self.time_zone)

    def locale_of(self, language: str) -> str:
        """The language as it is written where the company is: BCP-47, such as es-MX."""
        here = f"{language}-{self.country}"
        return here if is_spoken(here) else _USUAL_LOCALES.get(language, language)

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise UnfitValueError(clause("settings-time-zone", value=value)) from error
        return value

    @field_validator("reporting_currency")
    @classmethod
    def _currency_exists(cls, value: str) -> str:
        if not is_currency(value):
            raise UnfitValueError(clause("settings-currency", value=value))
        return value

    @field_validator("fiscal_start_month")
    @classmethod
    def _month_exists(cls, value: int) -> int:
        if not 1 <= value <= 12:
            raise UnfitValueError(clause("settings-fiscal-month"))
        return value

    @field_validator("languages")
    @classmethod
    def _languages_exist(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise UnfitValueError(clause("settings-languages", known=languages()))
        return _known_languages(value)


class WarehousePlace(Section):
    """Where rows and figures are stored."""

    url: str = "sqlite:///warehouse.db"


class Places(Section):
    """Where exports arrive, are kept untouched, and where files are published."""

    landing: str = "landing"
    archive: str = "archive"
    output: str = "output"


class Source(Section):
    """One system: the name of a built-in mapping, or the path of a mapping file."""

    mapping: str


class BrandChoice(Section):
    """How decks look; all of it may be left out. Paths are relative to the settings file."""

    template: str = ""
    """A .pptx with the layouts that docs/brand.md names."""
    ink: str = ""
    accent: str = ""
    font: str = ""
    """Colours and font of the shipped layouts, where there is no template."""
    logo: str = ""
    client_logos: str = "logos"
    """The folder of clients' logos."""
    footer: str = ""
    confidentiality: dict[str, str] = Field(default_factory=dict[str, str])
    """By language; the catalogue's own word in every other."""

    @model_validator(mode="before")
    @classmethod
    def _earlier_keys(cls, written: Any) -> Any:
        """`confidentiality_es = "…"` says the same as `confidentiality = { es = "…" }`."""
        earlier = {f"confidentiality_{language}": language for language in ("es", "en")}
        if not isinstance(written, dict) or not earlier.keys() & written.keys():
            return written
        said = {earlier[key]: text for key, text in written.items() if key in earlier}
        kept = {key: value for key, value in written.items() if key not in earlier}
        return {"confidentiality": said} | kept

    @field_validator("confidentiality")
    @classmethod
    def _languages_exist(cls, value: dict[str, str]) -> dict[str, str]:
        return _known_languages(value)

    @field_validator("ink", "accent")
    @classmethod
    def _is_colour(cls, value: str) -> str:
        plain = value.removeprefix("#").upper()
        if plain and not re.fullmatch(r"[0-9A-F]{6}", plain):
            raise UnfitValueError(clause("settings-colour", value=value))
        return plain


class Run(Section):
    """How a run uses the machine."""

    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1)
    """Processes that compute and write side by side; as many as the machine has cores."""
    dask: str = ""
    """The address of a Dask scheduler, whose workers do it instead."""
    log: str = ""
    """File that gets a line of JSON for each part of a step; nowhere where none is named."""
    telemetry: bool = False
    """Whether traces go where OTEL_EXPORTER_OTLP_ENDPOINT and the like say."""


class _Environment(EnvSettingsSource):
    """CARTERA_SECTION__KEY and the like; what cannot be read is left for the section to refuse."""

    def __init__(self, settings_cls: type[BaseSettings]) -> None:
        super().__init__(settings_cls)
        folder = COMPANY_VARIABLE.lower()  # a folder, not what the company section says
        self.env_vars = {name: said for name, said in self.env_vars.items() if name != folder}

    def decode_complex_value(self, field_name: str, field: FieldInfo, value: Any) -> Any:
        try:
            return super().decode_complex_value(field_name, field, value)
        except ValueError:
            return value


class _File(BaseSettings):
    """The file's sections as written; CARTERA_WAREHOUSE__URL and the like win over it."""

    model_config = SettingsConfigDict(
        env_prefix="CARTERA_", env_nested_delimiter="__", extra="forbid", frozen=True
    )
    company: Company
    warehouse: WarehousePlace = WarehousePlace()
    places: Places = Places()
    sources: tuple[Source, ...] = ()
    run: Run = Field(default_factory=Run)
    schedule: Schedule = Schedule()
    portal: PortalChoice = PortalChoice()
    fetch: Fetching = Fetching()
    notify: Notify = Field(default_factory=Notify)
    deliver: tuple[Delivering, ...] = ()
    retention: Retention = Retention()
    policy: dict[str, Any] = {}
    brand: BrandChoice = BrandChoice()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return _Environment(settings_cls), init_settings


@dataclass(frozen=True)
class Settings:
    """One company's set-up, paths made absolute."""

    root: Path
    company: Company
    warehouse_url: str
    landing: str
    archive: Path
    output: Path
    sources: tuple[str, ...]
    policy: Policy
    brand: BrandChoice
    workers: int = 1
    dask: str = ""
    schedule: Schedule = field(default_factory=Schedule)
    portal: PortalChoice = field(default_factory=PortalChoice)
    fetch: Fetching = field(default_factory=Fetching)
    notify: Notify = field(default_factory=Notify)
    deliver: tuple[Delivering, ...] = ()
    retention: Retention = field(default_factory=Retention)
    log: Path | None = None
    telemetry: bool = False


def company_folder(named: str) -> Path:
    """The folder that was named, else the environment's, else the one we are in."""
    return Path(named or os.environ.get(COMPANY_VARIABLE) or ".")


def load_settings(folder: Path) -> Settings:
    """The settings of the company in a folder; one failure tells all that is wrong."""
    path = folder / SETTINGS_NAME
    text = _read_text(path)
    written = _parsed(path, text)
    file, faults = _file(written)
    policy, policy_faults = _policy(file.policy if file else written.get("policy"), file)
    if file is None or policy is None:
        raise invalid(path, text, written, [*faults, *policy_faults])
    root = folder.resolve()
    return Settings(
        root=root,
        company=file.company,
        warehouse_url=_absolute_sqlite(file.warehouse.url, root),
        landing=_absolute(file.places.landing, root),
        archive=Path(_absolute(file.places.archive, root)),
        output=Path(_absolute(file.places.output, root)),
        sources=tuple(source.mapping for source in file.sources),
        policy=policy,
        brand=file.brand,
        workers=file.run.workers,
        dask=file.run.dask,
        schedule=file.schedule,
        portal=file.portal,
        fetch=file.fetch,
        notify=file.notify,
        deliver=file.deliver,
        retention=file.retention,
        log=root / file.run.log if file.run.log else None,
        telemetry=file.run.telemetry,
    )


def _read_text(path: Path) -> str:
    if not path.is_file():
        raise SettingsMissingError(path)
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsInvalidError(path, (clause("toml-not-utf8"),)) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, fault = syntax_fault(text, error)
        raise SettingsInvalidError(
            path, (clause("settings-line", line=line, problem=fault),)
        ) from error


def _file(written: dict[str, Any]) -> tuple[_File | None, list[Fault]]:
    try:
        return _File(**written), []
    except ValidationError as error:
        return None, list(faults_of(error, _File, ()))


_POLICY_PARTS = {
    "renewal": RenewalPolicy,
    "relationship": RelationshipPolicy,
    "partners": PartnerPolicy,
    "signals": SignalPolicy,
}


def _policy(written: object, file: _File | None) -> tuple[Policy | None, list[Fault]]:
    """The policy section over the defaults, with what the company section says."""
    own = dict(written) if isinstance(written, dict) else {}
    faults = list(_unknown(own))
    company = (
        {
            "company_name": file.company.name,
            "time_zone": file.company.time_zone,
            "reporting_currency": file.company.reporting_currency,
            "fiscal_start_month": file.company.fiscal_start_month,
            "holiday_country": file.company.country,
        }
        if file
        else {}
    )
    try:
        policy = TypeAdapter(Policy).validate_python(own | company)
    except ValidationError as error:
        return None, [*faults, *faults_of(error, BaseModel, ("policy",))]
    return (None if faults else policy), faults


def _unknown(policy: Mapping[str, Any]) -> Iterator[Fault]:
    yield from unknown_keys(policy, _names(Policy), ("policy",))
    for part, known in _POLICY_PARTS.items():
        section = policy.get(part, {})
        if isinstance(section, dict):
            yield from unknown_keys(section, _names(known), ("policy", part))


def _names(known: type) -> list[str]:
    return [item.name for item in fields(known)]


def _absolute(place: str, root: Path) -> str:
    """A local path is taken from the settings file's folder; an URL stays as it is."""
    return place if "://" in place else str(root / place)


def _absolute_sqlite(url: str, root: Path) -> str:
    prefix = "sqlite:///"
    if not url.startswith(prefix) or url.startswith(prefix + "/"):
        return url
    return prefix + os.fspath(root / url.removeprefix(prefix))
