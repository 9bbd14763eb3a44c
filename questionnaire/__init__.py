"""What we ask: the questions, the way through them, and the rules that turn answers into a level."""
