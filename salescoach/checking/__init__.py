"""`check`, step by step: which deals, what is wrong with each, all of them beside each other, in words."""
