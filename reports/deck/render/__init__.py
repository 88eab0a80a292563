"""The deck model → .pptx bytes. It decides nothing."""
