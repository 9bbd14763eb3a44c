"""A screen that stands somewhere and forgets each visitor."""
