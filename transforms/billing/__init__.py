"""Money: revenue as earned, recurring amounts, what is owed, what it costs."""
