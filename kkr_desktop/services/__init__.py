"""What a secretary does, one module an activity. Knows no Qt."""
