"""Files from figures: made once, named, stored, registered."""
