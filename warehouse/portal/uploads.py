"""Files that people hand in, kept until they are stored or a day has passed."""

from dataclasses import asdict
from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select

from warehouse.portal.records import Upload
from warehouse.schema import portal_uploads

KEPT = timedelta(days=1)


def add_upload(connection: Connection, upload: Upload) -> None:
    """Keep a file; those of more than a day ago are cleared."""
    old = portal_uploads.c.uploaded_at <= upload.uploaded_at - KEPT
    connection.execute(delete(portal_uploads).where(old))
    connection.execute(insert(portal_uploads).values(asdict(upload)))


def find_upload(connection: Connection, upload_id: str, email: str) -> Upload | None:
    """The person's own file of that id."""
    own = portal_uploads.c
    query = select(portal_uploads).where(own.upload_id == upload_id, own.email == email)
    row = connection.execute(query).first()
    return None if row is None else Upload(**row._mapping)


def remove_upload(connection: Connection, upload_id: str) -> None:
    """Stored elsewhere, or not wanted."""
    connection.execute(delete(portal_uploads).where(portal_uploads.c.upload_id == upload_id))
