"""One module a family of benchmarks; each gives its tasks in `TASKS`."""
