"""Excel's formula language as far as workbooks use it, and the values of every formula."""
