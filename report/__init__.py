"""What was answered, what the sums say and what we advise, as one Report: one result, many prints."""
