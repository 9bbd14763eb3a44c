"""The visit in the browser: what it holds, and how it is encrypted."""
