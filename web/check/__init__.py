"""The self-check: who it is about, one question a page, the answers."""
