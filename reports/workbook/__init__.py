"""The renewal-impact workbook: composed with live formulas, then rendered to Excel bytes."""
