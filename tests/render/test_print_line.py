from dataclasses import replace

from macros.model.page import ArchivePageMeta, Heading
from macros.render.print_line import print_line, with_print_line
from tests.render.small import TODAY, plain_page
from tests.render.small_holdings import full_handbook, titled


def test_sheet_says_what_it_is_which_edition_and_when_it_was_built() -> None:
    handbook = full_handbook()
    routine = handbook.routines["RUT-ANV"].value
    checklist, template = handbook.checklist_page("CL-ANV"), handbook.template_page("M-PLAN")
    assert checklist is not None
    assert template is not None
    built = "\nProvhandboken, Provs kommun. Byggd 22 november 2026. Lita på den till och med 29 november 2026."
    assert print_line(handbook, routine, TODAY) == f"RUT-ANV {routine.title} · utgåva 0.1, förslag{built}"
    assert print_line(handbook, checklist, TODAY) == f"CL-ANV {checklist.title} · utgåva 0.1, förslag{built}"
    assert print_line(handbook, template, TODAY) == f"M-PLAN Planen{built}"
    assert print_line(handbook, plain_page("docs/index.md", "Start"), TODAY) == f"Start{built}"
    frozen = ArchivePageMeta.model_validate({"typ": "arkiv", "rutin": "RUT-ANV", "utgåva": "1.0"})
    page = titled("docs/arkiv/rut-anv/1.0/index.md", frozen, "Anvisning, utgåva 1.0")
    assert print_line(handbook, page, TODAY) == f"RUT-ANV Anvisning, utgåva 1.0{built}"


def test_line_stands_once_in_the_root_element_and_is_escaped() -> None:
    page = plain_page("docs/index.md", "Start")
    page = replace(page, body=replace(page.body, headings=(Heading(1, 'A "B" <c>', None, 1),)))
    html = with_print_line('<!doctype html>\n<html lang="sv"><body></body></html>', full_handbook(), page, TODAY)
    assert html.startswith('<!doctype html>\n<html lang="sv" data-rh-blad="A &#34;B&#34; &lt;c&gt;\nProvhandboken')
    assert '2026."><body>' in html
    assert with_print_line(html, full_handbook(), page, TODAY) == html
    assert with_print_line("<p>Text</p>", full_handbook(), page, TODAY) == "<p>Text</p>"
