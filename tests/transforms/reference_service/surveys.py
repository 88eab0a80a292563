"""NPS and CSAT."""

from math import sqrt

from transforms.core.periods import Period

from .company import Answer, Company, Row, count, inside, share


def answers(company: Company, client: str, period: Period) -> dict[str, Answer]:
    given = [
        row
        for row in company.of(client, company.surveys)
        if inside(company.local_day(row["answered_at"]), period)
    ]
    return _nps(company, given) | _csat(given)


def _csat(given: list[Row]) -> dict[str, Answer]:
    rated = [
        row for row in given if row["survey_kind"] == "csat" and row.get("is_positive") is not None
    ]
    positive = len([row for row in rated if row["is_positive"]])
    return {"csat": share(positive, len(rated), "no_answers"), "csat_answers": count(rated)}


def _nps(company: Company, given: list[Row]) -> dict[str, Answer]:
    scores = _latest(
        [row for row in given if row["survey_kind"] == "nps" and row.get("score") is not None]
    )
    asked = len(scores)
    if asked == 0:
        none = Answer(reason="no_answers")
        counted = Answer(reason="no_answers", denominator=0)
        return {
            "nps": counted,
            "nps_error": counted,
            "nps_answers": Answer(0),
            "nps_promoters": none,
            "nps_detractors": none,
        }
    promoters = len([score for score in scores if score >= 9])
    detractors = len([score for score in scores if score <= 6])
    p, d = promoters / asked, detractors / asked
    is_enough = asked >= company.policy.minimum_nps_answers
    reason = "" if is_enough else "too_few_answers"
    value = 100 * (promoters - detractors) / asked if is_enough else None
    error = 1.96 * 100 * sqrt(abs(p + d - (p - d) ** 2) / asked) if is_enough else None
    return {
        "nps": Answer(value, reason, promoters - detractors, asked, asked),
        "nps_error": Answer(error, reason, None, asked, asked),
        "nps_answers": Answer(asked, rows=asked),
        "nps_promoters": Answer(promoters, rows=asked),
        "nps_detractors": Answer(detractors, rows=asked),
    }


def _latest(given: list[Row]) -> list[float]:
    last: dict[str, Row] = {}
    for row in given:
        person = row.get("respondent_id") or f"nobody {row['answer_id']}"
        known = last.get(person)
        moment = (row["answered_at"], row["answer_id"])
        if known is None or moment > (known["answered_at"], known["answer_id"]):
            last[person] = row
    return [row["score"] for row in last.values()]
