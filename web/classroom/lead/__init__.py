"""The lesson led: the remote, its buttons, the wall, and what is told on them."""
