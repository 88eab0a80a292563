"""Side-by-side measurements that anyone can run again: `make bench`.

What is compared stands in `comparisons`. What people write by hand stands in the modules that say
so; it takes the same models, rows and columns as ours, and has the same outcome.
"""
