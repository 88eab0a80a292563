"""What leaves the house: notices to people. It knows no figures and no files, only words."""
