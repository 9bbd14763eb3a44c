"""Counts, never people: rooms for a class, the quiz, fictional households, the lesson, and what may be told of it."""
