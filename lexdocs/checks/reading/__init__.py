"""Reading what somebody else wrote: a file of any form becomes passages of words, each with its place."""
