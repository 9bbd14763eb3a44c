"""Languages, and how amounts, days and numbers are written in them."""
