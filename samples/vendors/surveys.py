"""A survey tool's answers: NPS (0–10) and CSAT (1–5), one CSV each."""

from contextlib import ExitStack
from pathlib import Path

from samples.csv_files import CsvFile, Dialect
from samples.days import to_utc
from samples.records.book import Book
from samples.records.service import Answer

NPS = (
    *("Response ID", "Survey", "Company ID", "Respondent ID", "Score", "Comment", "Theme"),
    *("Language", "Submitted At (UTC)"),
)
CSAT = (
    *("Response ID", "Survey", "Company ID", "Respondent ID", "Ticket ID", "Rating"),
    *("Comment", "Submitted At (UTC)"),
)


def _when(answer: Answer) -> str:
    return f"{to_utc(answer.answered_at):%Y-%m-%d %H:%M:%S}"


class SurveyExport:
    """The open files of one export; a company is named by its Salesforce id."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._nps = stack.enter_context(CsvFile(folder / "nps_answers.csv", NPS, Dialect()))
        self._csat = stack.enter_context(CsvFile(folder / "csat_answers.csv", CSAT, Dialect()))

    def write_book(self, book: Book) -> None:
        """One client's answers."""
        for answer in book.nps:
            self.write_nps(answer)
        for answer in book.csat:
            self._csat.write(
                *(answer.answer_id, "CSAT", answer.account.account_id, answer.respondent_id),
                *(answer.ticket_id, answer.score, answer.comment, _when(answer)),
            )

    def write_nps(self, answer: Answer) -> int:
        """Returns the line of the file."""
        account = answer.account
        return self._nps.write(
            *(answer.answer_id, "NPS", account.account_id, answer.respondent_id, answer.score),
            *(answer.comment, answer.theme, account.language, _when(answer)),
        )
