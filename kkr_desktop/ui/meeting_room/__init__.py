"""The screen for the room: the item now, its decision, the clock, and who is here."""
