"""What a deck may say of a client: plain prepared values, the client's apart from ours."""
