# Bin and undo
may-retention = Sees whose retention period is over and proposes erasure
may-confirm-erasure = Confirms erasure or anonymisation as the second person
