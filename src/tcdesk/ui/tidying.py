"""Python's cycle collector, kept to the main thread.

Left alone it runs in whichever thread has just made an object. In a lane it would then destroy
widgets and connections there, which Qt does not survive. So it is switched off, and a timer of the
main thread collects when as much has gathered as would have started it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000  # ms


class Tidying(QObject):
    """Collects what is no longer used, on the thread it was made on."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(EVERY)
        timer.timeout.connect(self.tidy)
        timer.start()

    def tidy(self) -> None:
        """Collect the oldest generation that is due, with all younger ones."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return
