"""Taking the minutes."""
