"""The manager's brief: a book of clients on two pages, as PowerPoint and as Markdown."""
