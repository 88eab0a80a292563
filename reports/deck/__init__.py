"""The client deck: composed, worded, then rendered to PowerPoint bytes."""
