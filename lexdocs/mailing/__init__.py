"""The register worked through: every holding's figures, and later its statement, with totals that tie."""
