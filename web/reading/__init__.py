"""Pages that are the same for all: start, contacts, days, about, method, privacy, accessibility."""
