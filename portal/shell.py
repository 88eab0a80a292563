"""What every page has: the company, who has signed in, where they may go."""

from portal.rendering import page
from portal.visit import Visit


def page_of(who: Visit, template: str, **shown: object) -> str:
    """A page's HTML in the reader's language."""
    url = who.request.url
    here = f"{url.path}?{url.query}" if url.query else url.path
    return page(
        template,
        who.language,
        company=who.portal.settings.company.name,
        person=who.signed_in,
        grants=who.grants if who.signed_in else None,
        theme=who.theme,
        here="/" if url.path in ("/sign-in", "/sign-out") else here,
        path=url.path,
        form_key=who.form_key,
        **shown,
    )
