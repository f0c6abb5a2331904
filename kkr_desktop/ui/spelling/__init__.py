"""Danish spelling, checked as one types."""
