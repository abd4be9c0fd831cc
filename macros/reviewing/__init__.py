"""Leading a reviewer through a review: what the handbook knows, what was answered, and the receipt of it."""
