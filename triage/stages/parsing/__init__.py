"""The rooms behind `triage.stages.parse`: limits, headers, body, the new text, attachments, automatic mail."""
