"""What can be read off a mail with confidence: claims and their facts. Pure."""
