"""salescoach: prepares a rep for a client visit from a YAML sales playbook."""

__version__ = "0.1.0"
