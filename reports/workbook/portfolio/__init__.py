"""The portfolio workbook: every renewal of a period in one file, reconciled to billing."""
