"""The processes that make PDFs, the line before them, and the drawings they know."""
