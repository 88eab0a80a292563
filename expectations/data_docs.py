"""Great Expectations' own Data Docs: every suite, and what each batch of rows came to.

Its pages load their styles and scripts from public servers; our own page needs nothing.
"""

from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from expectations.engine import (
    EphemeralDataContext,
    ExpectationSuite,
    ExpectationSuiteIdentifier,
    ExpectationSuiteValidationResult,
    RunIdentifier,
    ValidationResultIdentifier,
)
from expectations.suite_book import suites


@dataclass
class DataDocs:
    """Keeps what is said of batches until the pages are drawn."""

    folder: Path
    results: list[ExpectationSuiteValidationResult] = field(default_factory=list)

    def record(self, result: ExpectationSuiteValidationResult) -> None:
        """Take what was said of one batch."""
        self.results.append(result)

    def write(self, context: EphemeralDataContext) -> None:
        """Draw the pages, `index.html` first, over what stood in the folder."""
        for suite in suites().values():
            for section, expectations in suite.sections.items():
                if expectations:  # copies: a suite of the context marks what it holds as its own
                    name = f"{suite.spec.name}.{section}"
                    own = [copy(expectation) for expectation in expectations]
                    context.suites.add(ExpectationSuite(name=name, expectations=own))
        run = RunIdentifier(run_name="check", run_time=datetime.now(UTC))
        for number, result in enumerate(self.results, 1):
            result.meta |= {"run_id": run, "validation_time": run.run_time}
            place = ValidationResultIdentifier(
                ExpectationSuiteIdentifier(result.suite_name), run, f"batch-{number}"
            )
            context.validation_results_store.store_validation_results(result, place)
        pages = {
            "class_name": "TupleFilesystemStoreBackend",
            "base_directory": str(self.folder.resolve()),
        }
        context.add_data_docs_site(
            "local",
            {
                "class_name": "SiteBuilder",
                "store_backend": pages,
                "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            },
        )
        context.build_data_docs(site_names=["local"])
