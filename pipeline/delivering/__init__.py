"""Published files brought to where others look for them."""
