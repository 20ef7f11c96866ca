"""How what the package ships was derived and trained; nothing here is needed to run it."""
