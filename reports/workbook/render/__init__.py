"""The workbook model → .xlsx bytes. It decides nothing."""
