"""The Qt application: no network, not even for printing."""

import subprocess
import sys

import pytest

from tcdesk.workstation import places

PRINTING = f"""
import sys
from pathlib import Path
from tcdesk.ui.application import make_application
app = make_application(
    ["tcdesk", "-platform", "offscreen"], language="sl", resources=Path({str(places.resources())!r})
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
import tcdesk.ui.frame, tcdesk.ui.preview, tcdesk.ui.unlock_window
QPrinterInfo.availablePrinterNames()
QPrintDialog(QPrinter())
assert "PySide6.QtNetwork" not in sys.modules
assert app.applicationName() == "tcdesk"
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="traced with strace; Windows has no CUPS")
def test_choosing_a_printer_opens_no_internet_socket(tmp_path):
    trace = tmp_path / "trace"
    subprocess.run(
        ["strace", "-f", "-e", "trace=socket", "-o", trace, sys.executable, "-c", PRINTING],
        check=True,
        timeout=60,
        capture_output=True,
    )
    sockets = [line for line in trace.read_text().splitlines() if "socket(" in line]
    assert [line for line in sockets if "AF_INET" in line] == []
