"""The structure of a tagged PDF: what is a heading, a list, a table, in the order in which it is read.

The tree is made while the story is written, so the reading order is the order of the story, whatever the layout does.
"""

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class Node:
    """A structure element, for instance H2 or TD. The other fields are its attributes, where it has them.

    `alt` is the text alternative of a figure, `actual` replaces the text inside, `scope` says what a header cell heads,
    `columns` how many of them a cell is wide, `numbering` how a list is numbered, `summary` what a table shows, `bbox`
    where on its page a figure stands.
    """

    tag: str
    parent: "Node | None" = None
    kids: "list[Node]" = field(default_factory=list)
    alt: str = ""
    actual: str = ""
    scope: str = ""
    numbering: str = ""
    summary: str = ""
    bbox: tuple[float, float, float, float] | None = None
    columns: int = 1

    def add(
        self,
        tag: str,
        *,
        alt: str = "",
        actual: str = "",
        scope: str = "",
        numbering: str = "",
        summary: str = "",
        columns: int = 1,
    ) -> "Node":
        """A new element at the end of this one."""
        kid = Node(tag, self, [], alt, actual, scope, numbering, summary, columns=columns)
        self.kids.append(kid)
        return kid

    def inline(self, tag: str, *, actual: str = "") -> "Node":
        """A new element between pieces of this one's text; it takes its place when it is drawn."""
        return Node(tag, self, actual=actual)
