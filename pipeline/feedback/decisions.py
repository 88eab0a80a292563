"""Decisions that come back in workbooks: read, carried over to the newest edition, kept."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from messages.catalogue import languages
from messages.clause import Clause, clause
from messages.errors import CarteraError
from pipeline.settings import Settings
from reports.workbook.decision import reason_label
from reports.workbook.inputs import MAY_BE_EMPTY, MONEY_INPUTS
from reports.workbook.read_back import TypedWorkbook, read_workbook
from reports.workbook.renewal_line import RenewalLine, line_of
from reports.workbook.words import WorkbookWords
from transforms.core.money import exponent, half_even
from transforms.renewals.decision import RenewalDecision, Typed
from transforms.renewals.offers import Offer
from warehouse import ArtifactRecord, Warehouse

_KIND = "renewal"
_SAME = 1e-9


class DecisionRefusedError(CarteraError):
    """A sound workbook whose content cannot be taken."""

    code = "failure-decision-refused"
    name: str
    why: Clause


@dataclass(frozen=True)
class Change:
    """One input: what it would be without the import, and with it. Major units."""

    key: str
    before: Typed
    after: Typed


@dataclass(frozen=True)
class Carried:
    """An edited workbook, laid over the newest edition of its client."""

    path: Path
    client_id: str
    decision: RenewalDecision
    is_newest: bool
    """Whether the newest edition was the one typed into."""
    typed: tuple[Change, ...]
    """Inputs that the import changes, against the newest edition."""
    moved: tuple[Change, ...]
    """Defaults that moved between the edition typed into and the newest."""
    is_decided_anew: bool
    """Whether its record of the decision is another than the newest edition's."""

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
            path.name, clause("refused-edition-unknown", edition=found.edition)
        )
    _refuse_others(path, found, edited, account)
    newest = _newest(settings, warehouse, edited)
    issued = read_workbook(settings.output / newest.path)
    line = line_of(newest.renewal_line)
    _refuse_other_renewal(path, edited, line)
    _refuse_beyond(path, found, issued)
    changed = _typed(found, path, issued)
    return Carried(
        path=path,
        client_id=edited.subject.id,
        decision=_decision(settings, path, found, line, changed, importer),
        is_newest=newest.edition_id == edited.edition_id,
        typed=_changes(issued.inputs, changed),
        moved=_changes(found.issued, issued.issued, leave_out=frozenset(changed)),
        is_decided_anew=_said(found) != _said(issued),
    )


def _said(workbook: TypedWorkbook) -> dict[str, str]:
    """The record but for the reason's words, which differ by language."""
    return {key: text for key, text in workbook.record.items() if key != "reason"}


def keep(warehouse: Warehouse, carried: Carried) -> None:
    """Store it: the next run starts from these inputs."""
    warehouse.add_decision(carried.decision)


def _refuse_others(
    path: Path, found: TypedWorkbook, edited: ArtifactRecord, account: str | None
) -> None:
    if found.client_id != edited.subject.id:
        raise DecisionRefusedError(
            path.name, clause("refused-edition-of-another", client=found.client_id)
        )
    if account is not None and account != edited.subject.id:
        raise DecisionRefusedError(
            path.name,
            clause("refused-workbook-of-another", client=edited.subject.id, account=account),
        )


def _newest(settings: Settings, warehouse: Warehouse, edited: ArtifactRecord) -> ArtifactRecord:
    """The newest edition that is still on the disk; the edited one where there is none else."""
    ours = [
        record
        for record in warehouse.artifacts(subject=edited.subject)
        if record.kind == _KIND and (settings.output / record.path).is_file()
    ]
    return max(ours, key=lambda record: (record.period, record.version), default=edited)


def _refuse_other_renewal(path: Path, edited: ArtifactRecord, newest: RenewalLine) -> None:
    before = line_of(edited.renewal_line).renewal_date
    if before != newest.renewal_date:
        raise DecisionRefusedError(
            path.name,
            clause("refused-other-renewal", before=before, after=newest.renewal_date),
        )


def _refuse_beyond(path: Path, found: TypedWorkbook, issued: TypedWorkbook) -> None:
    """Cells accept only what lies within their limits, but pasting goes around that."""
    for key, value in found.inputs.items():
        if value is None:
            if key not in MAY_BE_EMPTY and found.issued.get(key) is not None:
                raise DecisionRefusedError(path.name, clause("refused-input-emptied", key=key))
            continue
        limits = issued.limits.get(key)
        if limits is not None and not limits.minimum <= value <= limits.maximum:
            raise DecisionRefusedError(
                path.name,
                clause(
                    "refused-input-outside",
                    key=key,
                    minimum=f"{limits.minimum:g}",
                    maximum=f"{limits.maximum:g}",
                ),
            )


def _typed(found: TypedWorkbook, path: Path, issued: TypedWorkbook) -> dict[str, Typed]:
    """Inputs that no longer are what the file was issued with."""
    changed = {
        key: value for key, value in found.inputs.items() if not _is_same(value, found.issued[key])
    }
    unknown = sorted(set(changed) - set(issued.inputs))
    if unknown:
        raise DecisionRefusedError(path.name, clause("refused-input-unknown", input=unknown[0]))
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
    offer = _offer(path, record["decision"])
    reason = _reason(settings, path, record["reason"])
    if offer is not None and not reason:
        raise DecisionRefusedError(path.name, clause("refused-reason-missing"))
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
    )


def _stored(key: str, value: Typed, currency: str) -> Typed:
    """Money in minor units: what was typed, to the currency's last digit."""
    if value is None or key not in MONEY_INPUTS:
        return value
    return half_even(Decimal(repr(value)).scaleb(exponent(currency)))


def _offer(path: Path, number: str) -> Offer | None:
    if not number:
        return None
    if number == "?":
        raise DecisionRefusedError(path.name, clause("refused-offer-unknown"))
    return list(Offer)[int(number) - 1]


def _reason(settings: Settings, path: Path, text: str) -> str:
    """The code that the text stands for, in whatever language the file is."""
    if not text:
        return ""
    catalogues = [WorkbookWords(language, language, "") for language in languages()]
    for code in settings.policy.renewal.reason_codes:
        if text in (code, *(reason_label(words, code) for words in catalogues)):
            return code
    raise DecisionRefusedError(path.name, clause("refused-reason-unknown", text=text))


def newest_by_client(
    decisions: Sequence[RenewalDecision],
) -> Mapping[str, RenewalDecision]:
    """What runs start from: of each client, every input as it was last typed for its newest
    renewal, and the last record."""
    found: dict[str, RenewalDecision] = {}
    for decision in decisions:
        before = found.get(decision.client_id)
        found[decision.client_id] = _after(before, decision)
    return found


def _after(before: RenewalDecision | None, newer: RenewalDecision) -> RenewalDecision:
    if before is None or before.renewal_date != newer.renewal_date:
        return newer
    inputs = {**before.inputs, **newer.inputs}
    if newer.decision is not None or before.decision is None:
        return replace(newer, inputs=inputs)
    return replace(
        newer,
        inputs=inputs,
        decision=before.decision,
        reason=before.reason,
        requested_by=before.requested_by,
        decided_by=before.decided_by,
        signed_by=before.signed_by,
        signed_on=before.signed_on,
    )
