"""What forms bring."""

from typing import Annotated

from fastapi import Form
from pydantic import StringConstraints

Text = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""Without the one character that PostgreSQL keeps in no text: nobody types it."""
TextField = Annotated[Text, Form()]
