"""Decisions that come back in workbooks: read, carried over to the newest edition, kept."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from messages.catalogue import languages
from messages.clause import Clause, clause, named
from messages.errors import CarteraError
from pipeline.settings import Settings
from reports.workbook.decision import reason_label
from reports.workbook.held_inputs import inputs_of, since_older
from reports.workbook.input_line import INTERVAL_INPUTS, MAY_BE_EMPTY, MONEY_INPUTS, PRICES
from reports.workbook.read_back import UNKNOWN_OFFER, Limits, TypedWorkbook, read_workbook
from reports.workbook.renewal_line import RenewalLine, line_of
from reports.workbook.words import WorkbookWords
from transforms.core.money import exponent, half_even
from transforms.renewals.approval import FINANCE
from transforms.renewals.decision import RenewalDecision, Typed
from transforms.renewals.offers import Offer
from transforms.renewals.scenarios import outcomes
from transforms.renewals.signing import ApprovalRequest
from transforms.renewals.value import INTERVALS
from warehouse import ArtifactRecord, Subject, Warehouse

_KIND = "renewal"
_SAME = 1e-9


class DecisionRefusedError(CarteraError):
    """A sound workbook whose content cannot be taken."""

    code = "failure-decision-refused"
    name: str
    why: tuple[Clause, ...]
    """All that is wrong with it."""


@dataclass(frozen=True)
class Change:
    """One input: what it would be without the import, and with it. Major units."""

    key: str
    before: Typed
    after: Typed


@dataclass(frozen=True)
class TypedOffer:
    """An offer typed on a page instead of in the client's workbook. Amounts in major units."""

    client_id: str
    inputs: Mapping[str, float | int]
    """By input of the workbook; what is not named stays as it is."""
    record: Mapping[str, str]
    """By field of the workbook's record of the decision."""


@dataclass(frozen=True)
class Carried:
    """An edited workbook, laid over the newest edition of its client."""

    path: Path
    client_id: str
    currency: str
    """Of its amounts."""
    decision: RenewalDecision
    is_newest: bool
    """Whether the newest edition was the one typed into."""
    typed: tuple[Change, ...]
    """Inputs that the import changes, against the newest edition."""
    moved: tuple[Change, ...]
    """Defaults that moved between the edition typed into and the newest."""
    is_decided_anew: bool
    """Whether its record of the decision is another than the newest edition's."""
    warnings: tuple[Clause, ...] = ()
    """What is odd about the decision, though it can be stored."""

    @property
    def is_news(self) -> bool:
        return bool(self.typed) or self.is_decided_anew


def carried_over(
    settings: Settings, warehouse: Warehouse, path: Path, importer: str, account: str | None
) -> Carried:
    """What importing the file would do; raises one sentence where it cannot be imported."""
    found = read_workbook(path)
    edited = warehouse.find_artifact(found.edition, _KIND)
    if edited is None:
        raise DecisionRefusedError(
            path.name, (clause("refused-edition-unknown", edition=found.edition),)
        )
    _refuse_others(path, found, edited, account)
    newest = _newest(settings, warehouse, edited)
    issued = read_workbook(settings.output / newest.path)
    _refuse_other_renewal(path, edited, line_of(newest.renewal_line))
    return _laid_over(settings, path, found, _Editions(edited, newest, issued), importer)


def typed_over(
    settings: Settings, warehouse: Warehouse, said: TypedOffer, importer: str, account: str | None
) -> Carried:
    """What typing this into the client's newest workbook would do; refused like the workbook."""
    newest = _newest_of(settings, warehouse, Subject.client(said.client_id))
    if newest is None:
        raise DecisionRefusedError(said.client_id, (clause("refused-no-workbook"),))
    path = settings.output / newest.path
    issued = read_workbook(path)
    _refuse_others(path, issued, newest, account)
    unknown = sorted({*said.inputs} - {*issued.inputs})
    if unknown:
        told = tuple(clause("refused-input-unknown", input=name) for name in unknown)
        raise DecisionRefusedError(path.name, told)
    found = replace(
        issued,
        inputs={**issued.inputs, **said.inputs},
        record={**issued.record, **said.record},
    )
    return _laid_over(settings, path, found, _Editions(newest, newest, issued), importer)


@dataclass(frozen=True)
class _Editions:
    """The workbook typed into and the client's newest, which may be the same."""

    edited: ArtifactRecord
    newest: ArtifactRecord
    issued: TypedWorkbook
    """The newest as it is."""


def _laid_over(
    settings: Settings, path: Path, found: TypedWorkbook, own: _Editions, importer: str
) -> Carried:
    edited, newest, issued = own.edited, own.newest, own.issued
    line = line_of(newest.renewal_line)
    _refuse_beyond(path, found, issued)
    changed = _typed(found, path, issued)
    decision = _decision(settings, path, found, line, changed, importer)
    held = {**issued.inputs, **found.inputs}
    decision = replace(decision, request=_request(settings, decision, held, line.currency))
    return Carried(
        path=path,
        client_id=edited.subject.id,
        currency=line.currency,
        decision=decision,
        is_newest=newest.edition_id == edited.edition_id,
        typed=_changes(issued.inputs, changed),
        # An input that the edition typed into did not have has not moved.
        moved=_changes(
            found.issued,
            {key: issued.issued[key] for key in found.issued if key in issued.issued},
            leave_out=frozenset(changed),
        ),
        is_decided_anew=_is_said_anew(found, issued),
        warnings=tuple(_warnings(settings, decision)),
    )


def _request(
    settings: Settings, made: RenewalDecision, held: Mapping[str, Typed], currency: str
) -> ApprovalRequest | None:
    """What has to be signed of a decision; by finance where its figures are unknown."""
    if made.decision is None:
        return None
    stored = {key: _stored(key, value, currency) for key, value in held.items()}
    found = outcomes(inputs_of(stored, settings.policy, currency), None)
    chosen = next((item for item in found if item.offer is made.decision), None)
    price = stored.get("price")
    return ApprovalRequest(
        offer=made.decision.value,
        discount=None if chosen is None else chosen.terms.package.discount,
        term_years=None if chosen is None else chosen.terms.years,
        margin=None if chosen is None else chosen.margin,
        currency=currency,
        price_minor=None if price is None else int(price),
        tier=None if chosen is None else chosen.approval.tier,
        approver=FINANCE if chosen is None else chosen.approval.approver,
        joins_finance=chosen is not None and chosen.approval.joins_finance,
    )


def _warnings(settings: Settings, made: RenewalDecision) -> Iterator[Clause]:
    """A decision by whoever asked for it, or by a level below the one that it needs."""
    if made.decision is None:
        return
    signed = made.signed_by.casefold()
    if signed and signed == made.requested_by.casefold():
        yield clause("decision-by-requester", name=made.signed_by)
    own = _tier(settings, made.decided_by)
    needed = None if made.request is None else made.request.tier
    if own is not None and needed is not None and own < needed:
        approver = settings.policy.renewal.bands[needed - 1].approver
        yield clause(
            "decision-beyond-level",
            role=made.decided_by,
            approver=clause(named("workbook-approver", approver))
            if WorkbookWords("en", "en", "").has(f"approver.{approver}")
            else approver,
        )


def _tier(settings: Settings, role: str) -> int | None:
    """The band, from 1, of a role as somebody typed it; None for one that the policy lacks."""
    catalogues = [WorkbookWords(language, language, "") for language in languages()]
    for tier, band in enumerate(settings.policy.renewal.bands, start=1):
        entry = f"approver.{band.approver}"
        titles = {words.say(entry).casefold() for words in catalogues if words.has(entry)}
        if role.casefold() in {band.approver.casefold(), *titles}:
            return tier
    return None


def _is_said_anew(found: TypedWorkbook, issued: TypedWorkbook) -> bool:
    """Whether a field of the record differs; not the reason's words, which do so by language."""
    said = {key: text for key, text in found.record.items() if key != "reason"}
    return any(text != issued.record.get(key, "") for key, text in said.items())


def keep(warehouse: Warehouse, carried: Carried) -> None:
    """Store it: the next run starts from these inputs."""
    warehouse.add_decision(carried.decision)


def _refuse_others(
    path: Path, found: TypedWorkbook, edited: ArtifactRecord, account: str | None
) -> None:
    if found.client_id != edited.subject.id:
        raise DecisionRefusedError(
            path.name, (clause("refused-edition-of-another", client=found.client_id),)
        )
    if account is not None and account != edited.subject.id:
        raise DecisionRefusedError(
            path.name,
            (clause("refused-workbook-of-another", client=edited.subject.id, account=account),),
        )


def _newest(settings: Settings, warehouse: Warehouse, edited: ArtifactRecord) -> ArtifactRecord:
    """The newest edition that is still on the disk; the edited one where there is none else."""
    return _newest_of(settings, warehouse, edited.subject) or edited


def _newest_of(settings: Settings, warehouse: Warehouse, subject: Subject) -> ArtifactRecord | None:
    ours = [
        record
        for record in warehouse.artifacts(subject=subject)
        if record.kind == _KIND and (settings.output / record.path).is_file()
    ]
    return max(ours, key=lambda record: (record.period, record.version), default=None)


def _refuse_other_renewal(path: Path, edited: ArtifactRecord, newest: RenewalLine) -> None:
    before = line_of(edited.renewal_line).renewal_date
    if before != newest.renewal_date:
        raise DecisionRefusedError(
            path.name,
            (clause("refused-other-renewal", before=before, after=newest.renewal_date),),
        )


def _refuse_beyond(path: Path, found: TypedWorkbook, issued: TypedWorkbook) -> None:
    """Cells accept only what lies within their limits, but pasting goes around that."""
    faults = tuple(
        fault for key in found.inputs if (fault := _fault(key, found, issued.limits.get(key)))
    )
    if faults:
        raise DecisionRefusedError(path.name, faults)


def _fault(key: str, found: TypedWorkbook, limits: Limits | None) -> Clause | None:
    """What is wrong with an input, and its cell."""
    value, cell = found.inputs[key], found.cells[key]
    if value is None:
        is_needed = key not in MAY_BE_EMPTY or key in PRICES
        was_there = found.issued.get(key) is not None
        return (
            clause("refused-input-emptied", cell=cell, key=key) if is_needed and was_there else None
        )
    if limits is None:
        return None
    if not limits.minimum <= value <= limits.maximum:
        ends = {"minimum": f"{limits.minimum:g}", "maximum": f"{limits.maximum:g}"}
        return clause("refused-input-outside", cell=cell, key=key, **ends)
    if key in INTERVAL_INPUTS and value not in INTERVALS:
        ends = ", ".join(map(str, INTERVALS))
        return clause("refused-input-no-interval", cell=cell, key=key, intervals=ends)
    if limits.is_whole and value != int(value):
        return clause("refused-input-not-whole", cell=cell, key=key, value=f"{value:g}")
    return None


def _typed(found: TypedWorkbook, path: Path, issued: TypedWorkbook) -> dict[str, Typed]:
    """Inputs that no longer are what the file was issued with."""
    changed = {
        key: value for key, value in found.inputs.items() if not _is_same(value, found.issued[key])
    }
    changed = since_older(changed)
    unknown = sorted(set(changed) - set(issued.inputs))
    if unknown:
        told = tuple(clause("refused-input-unknown", input=name) for name in unknown)
        raise DecisionRefusedError(path.name, told)
    return changed


def _changes(
    before: Mapping[str, Typed], after: Mapping[str, Typed], leave_out: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    return tuple(
        Change(key, before.get(key), value)
        for key, value in after.items()
        if key not in leave_out and not _is_same(before.get(key), value)
    )


def _is_same(one: Typed, other: Typed) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _SAME * max(1.0, abs(one))


def _decision(
    settings: Settings,
    path: Path,
    found: TypedWorkbook,
    line: RenewalLine,
    changed: Mapping[str, Typed],
    importer: str,
) -> RenewalDecision:
    record = found.record
    offer = _offer(path, found)
    reason = _reason(settings, path, found)
    if offer is not None and not reason:
        told = clause("refused-reason-missing", cell=found.cells["reason"])
        raise DecisionRefusedError(path.name, (told,))
    return RenewalDecision(
        client_id=line.client_id,
        renewal_date=line.renewal_date,
        edition_id=found.edition,
        inputs={key: _stored(key, value, line.currency) for key, value in changed.items()},
        decision=offer,
        reason=reason,
        requested_by=record["requested_by"],
        decided_by=record["decided_by"],
        signed_by=record["signed_by"],
        signed_on=record["signed_on"],
        imported_by=importer,
        imported_at=datetime.now(UTC),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        conditions=record.get("conditions", ""),
        valid_until=record.get("valid_until", ""),
        comment=record.get("comment", ""),
    )


def _stored(key: str, value: Typed, currency: str) -> Typed:
    """Money in minor units: what was typed, to the currency's last digit."""
    if value is None or key not in MONEY_INPUTS:
        return value
    return half_even(Decimal(repr(value)).scaleb(exponent(currency)))


def _offer(path: Path, found: TypedWorkbook) -> Offer | None:
    key = found.record["decision"]
    if not key:
        return None
    if key == UNKNOWN_OFFER:
        told = clause("refused-offer-unknown", cell=found.cells["decision"])
        raise DecisionRefusedError(path.name, (told,))
    return Offer(key)


def _reason(settings: Settings, path: Path, found: TypedWorkbook) -> str:
    """The code that the text stands for, in whatever language the file is."""
    text = found.record["reason"]
    if not text:
        return ""
    catalogues = [WorkbookWords(language, language, "") for language in languages()]
    for code in settings.policy.renewal.reason_codes:
        if text in (code, *(reason_label(words, code) for words in catalogues)):
            return code
    told = clause("refused-reason-unknown", cell=found.cells["reason"], text=text)
    raise DecisionRefusedError(path.name, (told,))
