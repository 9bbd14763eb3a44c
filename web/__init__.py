"""Pages, cookie, headers, languages, PDF, command line: the only room that knows Flask."""
