"""A mailing held against itself: everything that it says of its files, worked out again from the files alone.

Nothing here imports `lexdocs.mailing`. A witness that asked the code it witnesses would repeat its mistakes, so the
print streams are read, the statements hashed and the sums added up by means of their own.
"""
