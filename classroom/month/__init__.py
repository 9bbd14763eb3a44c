"""The month game: letters to put right, a month to mend, and what February says of it."""
