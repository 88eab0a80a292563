"""What people wrote into published files, read back."""
