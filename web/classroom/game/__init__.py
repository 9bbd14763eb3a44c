"""The month game on a group's phone: letters, month, card, call and February, one press at a time."""
