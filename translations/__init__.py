"""The catalogues: how words are gathered for translators and made ready for the app."""
