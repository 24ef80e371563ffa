"""Paper: session sheets, slips, reports, recovery sheets, drawn with ReportLab."""
