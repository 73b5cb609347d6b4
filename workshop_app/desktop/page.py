"""What every page of an open session can be asked."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page that fills the window. No signals of its own."""

    def keep(self) -> bool:
        """Save what is half typed, before the session is closed. Whether that worked."""
        return True

    def take_focus(self) -> None:
        """Give the keyboard to the part that has it at rest."""
        self.setFocus()
