"""Rules that can be checked mechanically. The tool gives no legal advice: it counts, cites and leaves to counsel."""
