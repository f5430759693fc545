"""The pages around the running day, shown to an observer: before it, beside it and after it."""
