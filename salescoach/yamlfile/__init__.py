"""YAML read safely with places, and edited so that people keep their file."""
