"""Mails as people answer: new words above, below and between older ones, as each mail program writes them."""
