"""pairs -> scores -> clusters, shared by resolve and merge."""
