"""Thresholds for each use and curves of calibration, chosen on texts held out of training."""
