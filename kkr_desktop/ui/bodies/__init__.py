"""The councils and forums over time, and the election terms."""
