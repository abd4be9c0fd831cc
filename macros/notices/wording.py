"""Words for Markdown on a forge: taken as they stand, short enough, and never a mention."""

from macros.handbook import Handbook

_LONGEST_LINE = 400


def shortened(line: str) -> str:
    """The line, or as much of it as is needed to see what it is about; a table row still ends as one."""
    if len(line) <= _LONGEST_LINE:
        return line
    return f"{line[:_LONGEST_LINE].rstrip().rstrip(chr(92))} …" + (" |" if line.endswith("|") else "")


def role_name(handbook: Handbook, role_id: str) -> str:
    """The role's name, or its id when the handbook does not know it, which is a finding of its own."""
    role = handbook.roles.get(role_id)
    return role.name if role else role_id
