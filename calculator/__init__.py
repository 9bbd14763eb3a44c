"""What the sums say: money, periods, dated figures, budgets and reference costs. No web here, and no float."""
