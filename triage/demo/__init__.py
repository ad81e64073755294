"""The embedded servers and the sample mailbox of the demo."""
