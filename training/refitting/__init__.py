"""Fitting the labels of whole texts anew, the encoder frozen: what `training.refit` puts together."""
