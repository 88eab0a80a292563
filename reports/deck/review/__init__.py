"""What the account review knows beside the client's deck: signals, urgency, renewal options."""
