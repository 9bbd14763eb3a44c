"""The classroom's pages: the teacher's, the pupils', and what is printed for a lesson."""
