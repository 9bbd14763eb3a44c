"""Everything that is printed: the sheet, letters, forms by pencil, and the processes that make PDFs."""
