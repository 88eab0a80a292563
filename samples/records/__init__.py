"""The records of the sample company: one class a kind of row, one file a subject."""
