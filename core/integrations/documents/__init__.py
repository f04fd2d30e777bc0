"""Providers of documents."""
