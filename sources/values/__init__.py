"""EncodedColumn of an export → values of a canonical column."""
