"""tcdesk: the offline desk of therapeutic communities and psychosocial programmes in prisons."""
