"""How words and figures are read from files: TOML into frozen models, every fault listed at once."""
