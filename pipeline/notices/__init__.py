"""Who is told of a run and of new files, and in which words."""
