"""Pages from templates, in the reader's language."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from messages.catalogue import Catalogue, catalogue


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("portal"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(name: str, language: str, **shown: object) -> str:
    """The template's HTML; `say` in it gives a message of the language."""
    words = catalogue(language)
    return _environment().get_template(name).render(say=_sayer(words), language=language, **shown)


def _sayer(words: Catalogue) -> Callable[..., str]:
    return lambda message_id, **facts: words.say(message_id, **facts)
