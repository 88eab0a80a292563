"""What a figure is: its definition, what it is computed from, how groups add up."""
