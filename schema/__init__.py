"""What clients see: Strawberry types, a file a noun. They decode, delegate and shape; rules live in `service`."""
