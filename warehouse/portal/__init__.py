"""What the portal reads and keeps: views of what is published, people, sessions, the audit."""
