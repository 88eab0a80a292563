"""A bare FastAPI application: the same page and the same bytes, to anybody, from memory."""

from collections.abc import Mapping
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from benchmarks.portal import DECK, PAGE, START, crowd, processor_seconds, served

_START = "import uvicorn, fastapi; fastapi.FastAPI()"


def serve(folder: Path) -> Mapping[str, float]:
    """Seconds a page and a download, everybody at once, and what a start takes."""
    text, app = (folder / PAGE).read_text(encoding="utf-8"), FastAPI()

    @app.get("/")
    def page() -> Response:
        return HTMLResponse(text)

    @app.get("/files/1")
    def file() -> Response:
        return Response(DECK)

    with served(app) as address:
        return crowd(folder, address) | {START: processor_seconds(_START)}
