"""Follow-ups: beside the decision, and in a list over all meetings."""
