"""The review console: requests in, pages out."""
