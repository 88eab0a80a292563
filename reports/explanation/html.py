"""An explanation as one HTML page that needs nothing else: no script, font or picture."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reports.explanation.page import ExplanationPage

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def html_of(page: ExplanationPage) -> str:
    """The page; whatever the exports say is text in it, never markup."""
    return _TEMPLATES.get_template("page.html.j2").render(page=page)
