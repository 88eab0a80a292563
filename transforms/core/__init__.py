"""What everything is made of: periods, money, rates, canonical tables, a company's policy."""
