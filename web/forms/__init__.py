"""The only place that reads a form."""
