"""The finished record -> answers: checks, series, forecasts."""
