"""What the world does to us: an error that carries a plain sentence for the facilitator."""

from workshop_app.i18n import Language


class WorldError(Exception):
    """Something outside the program went wrong, or something was asked that cannot be.

    `message` is a message id that says what happened, what is safe and what to do; `values` fill its placeholders.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values

    def text(self, language: Language) -> str:
        """The sentence in a language."""
        return language.gettext(self.message).format(**self.values)
