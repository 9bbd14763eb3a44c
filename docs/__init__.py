"""What is written about the app, and the pages of it that are generated from the content."""
