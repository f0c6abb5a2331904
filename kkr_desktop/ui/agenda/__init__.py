"""Drafting an agenda."""
