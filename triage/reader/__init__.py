"""The reading half of the path of a mail in a process of its own, within walls that no mail can break."""
