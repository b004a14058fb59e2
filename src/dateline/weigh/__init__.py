"""Side by side: disputes, changes, relative dating, and what is missing (no reply, silent party, open request)."""
