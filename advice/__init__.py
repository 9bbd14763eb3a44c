"""What we say: the advice blocks, the contacts, and which of them fit."""
