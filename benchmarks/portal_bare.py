"""A bare FastAPI application: the same page and the same bytes, to anybody, from memory."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from benchmarks.portal import DECK, PAGE, PEOPLE, each_asks, served


def serve(folder: Path) -> Mapping[str, float]:
    """Seconds a page and a download, everybody at once."""
    people = int((folder / PEOPLE).read_text(encoding="utf-8"))
    text, app = (folder / PAGE).read_text(encoding="utf-8"), FastAPI()

    @app.get("/")
    def page() -> Response:
        return HTMLResponse(text)

    @app.get("/files/1")
    def file() -> Response:
        return Response(DECK)

    with served(app) as address:
        asyncio.run(each_asks(address, "/", range(1)))
        found = asyncio.run(each_asks(address, "/", range(people)))
        return {
            "page": found,
            "download": asyncio.run(each_asks(address, "/files/1", [0] * people)),
        }
