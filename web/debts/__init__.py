"""The list of debts: write them down, see which goes first, and a page for the adviser."""
