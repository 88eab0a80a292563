"""Who may download what: serves published files and stored figures, and computes nothing."""
