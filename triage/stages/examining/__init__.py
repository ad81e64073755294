"""What can be seen in attachments: photos, papers, and order numbers in both."""
