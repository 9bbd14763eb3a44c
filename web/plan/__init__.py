"""The result: the plan, why, and what one takes along."""
