"""The budget: who lives here, groups of lines, what if, the spreadsheet."""
