"""To be found: which pages a search engine may keep, and what it is told of them."""
