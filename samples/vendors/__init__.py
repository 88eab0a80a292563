"""One file a vendor: its export's files, column names and dialect."""
