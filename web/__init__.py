"""Pages, cookie, headers, languages, PDF, command line: the only floor that knows Flask."""
