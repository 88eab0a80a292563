"""A company whose Stripe objects are delivered month by month, with the truth of every month."""
