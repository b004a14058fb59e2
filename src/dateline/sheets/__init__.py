"""What people read: pure functions, story in, text or rows out."""
