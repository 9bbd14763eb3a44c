"""How large the letters of the sheet's first page are, so that it holds: worked out from how wide the words are."""
