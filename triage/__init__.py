"""The support-inbox triage bot: mail in, checked drafts out, deadlines kept."""
