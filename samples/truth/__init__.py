"""What is true of the company, from its own books and through none of the product's code."""
