"""Entities, value types and rules that need nothing else: the vocabulary of the domain."""
