"""Every sum as a page: what it asks, how the answer is shown, also on paper. The sums stand in `calculator/`."""
