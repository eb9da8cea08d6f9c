"""Walks through the pages in a browser."""
