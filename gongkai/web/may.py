"""What a person may do, for templates: `may.imports_undo` is true, or says why not."""

from dataclasses import dataclass

from gongkai.workflows.rights import Action, Actor, Forbidden, check_can


@dataclass(frozen=True)
class Permission:
    """Granted where `why` is empty."""

    why: str = ""

    def __bool__(self) -> bool:
        return not self.why


class May:
    """The rights of an actor by the names of actions: imports.undo is `may.imports_undo`."""

    def __init__(self, actor: Actor) -> None:
        self._actor = actor

    def __getitem__(self, name: str) -> Permission:
        """Raises KeyError for what is no action, so that a misspelt name is seen."""
        try:
            check_can(self._actor, Action[name.upper()])
        except Forbidden as refusal:
            return Permission(str(refusal))
        return Permission()
