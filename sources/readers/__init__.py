"""Files of every format → records: text by column, each with its line."""
