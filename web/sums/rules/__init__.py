"""One file a sum: what its page asks, how it is told, and when it is near at hand in a report."""
