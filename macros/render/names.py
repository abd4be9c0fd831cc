"""Local names in running text."""

from markupsafe import Markup, escape

from macros.handbook import Handbook
from macros.model.profile import Form


def local_name(handbook: Handbook, name_id: str, form: Form = Form.BASE) -> Markup:
    """The municipality's own name; the general one, marked, where the profile has yet to be filled in."""
    text = escape(handbook.local_name(name_id, form))
    if handbook.has_own_name(name_id):
        return text
    cue = Markup('<span class="rh-dold"> (allmänt namn)</span>')
    shown = Markup('<span class="rh-okant rh-okant--namn" title="Det lokala namnet fylls i av kommunen">{}{}</span>')
    return shown.format(text, cue)
