"""What the deal says: the term sheet with its positions, its changes and events, and the register."""
