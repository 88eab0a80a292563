"""Pages from templates, in the reader's language."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from messages.catalogue import catalogue


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("portal"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(name: str, language: str, **shown: object) -> str:
    """The template's HTML; `say` in it gives a message of the language."""
    say = catalogue(language).say
    return _environment().get_template(name).render(say=say, language=language, **shown)
