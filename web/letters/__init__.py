"""The letter door, letter pages, form letters, authorities and myths."""
