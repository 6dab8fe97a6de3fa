"""What is counted: one definition for each figure. Reads every ledger, writes none."""
