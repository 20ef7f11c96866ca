"""pairs -> scores -> clusters, shared by resolve and merge."""

from onrecord.match.clusters import ACCEPTED, Scored, cluster

__all__ = ["ACCEPTED", "Scored", "cluster"]
