"""The landing place and the archive: which exports lie there."""
