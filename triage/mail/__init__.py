"""Sockets: IMAP, SMTP, and the bytes of outgoing mail."""
