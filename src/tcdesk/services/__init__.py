"""What people do, one module a path. What it needs from outside is said in ports.py."""
