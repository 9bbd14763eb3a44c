"""What whoever runs the service needs: is it well, and keys that stand in files."""
