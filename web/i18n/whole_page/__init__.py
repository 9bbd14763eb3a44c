"""What is done to a page when it is whole, whatever it was made of."""
