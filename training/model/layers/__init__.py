"""From an example's layers to targets: a file a layer, and the table of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.model.columns import tag_classes
from training.model.layers.events import add_events, add_roles
from training.model.layers.incidents import add_incidents
from training.model.layers.labels import add_labels
from training.model.layers.names import add_names
from training.model.layers.relations import add_relations
from training.model.layers.speaking import add_attributions, add_parties
from training.model.targets import Targets
from training.schema import Example

__all__ = ["LAYERS", "targets_of"]

LAYERS: tuple[Callable[[Example, Targets], None], ...] = (
    add_names, add_incidents, add_attributions, add_parties, add_events, add_roles, add_relations, add_labels,
)  # fmt: skip
"""Each adds to the targets what the example's set annotates of its layer, and nothing where it does not."""


def targets_of(example: Example) -> Targets:
    """Give what every head should say of the example."""
    targets = Targets(example.text, np.zeros(tag_classes(), dtype=np.bool_))
    for add in LAYERS:
        add(example, targets)
    return targets
