"""One figure with its working, as a page."""
