"""What a printed figure may stand for, and which mistake would explain another."""
