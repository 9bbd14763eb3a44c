"""Every sum as a page: what it asks, how the answer is shown, and the same on paper. The sums themselves are below."""
