"""One file a command; `cli.py` loads each when it is called."""
