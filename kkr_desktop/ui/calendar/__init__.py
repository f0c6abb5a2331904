"""The meeting calendar."""
