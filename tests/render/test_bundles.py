import json
import re
import shutil
import subprocess

import pytest

from macros.render.bundles import (
    Bundle,
    Kind,
    bundle_address,
    bundle_text,
    bundles_of,
    slim_page,
    with_bundles,
)

PAGE = """<head>
  <link rel="stylesheet" href="../assets/a.min.css">

  <link rel="stylesheet" href="../assets/css/b.css">
  <link rel="stylesheet" href="../assets/css/print.css" media="print">
  <script src="../assets/js/first.js" data-scope=".."></script>
</head>
<body><script src="../assets/js/alone.js"></script><p>x</p>
  <script src="../assets/a.min.js"></script>
  <script src="../assets/js/b.js"></script>
</body>"""
STYLES = Bundle(Kind.STYLE, ("assets/a.min.css", "assets/css/b.css"))
SCRIPTS = Bundle(Kind.SCRIPT, ("assets/a.min.js", "assets/js/b.js"))


def test_only_plain_neighbours_are_put_together() -> None:
    assert bundles_of(PAGE) == [STYLES, SCRIPTS]


def test_page_gets_one_tag_for_each_bundle_and_keeps_the_rest() -> None:
    page = with_bundles(PAGE, {STYLES: "assets/css/x.css", SCRIPTS: "assets/js/x.js"})
    assert re.findall(r'(?:href|src)="([^"]+)"', page) == [
        "../assets/css/x.css",
        "../assets/css/print.css",
        "../assets/js/first.js",
        "../assets/js/alone.js",
        "../assets/js/x.js",
    ]
    assert bundles_of(page) == []


def test_page_for_what_is_not_found_keeps_its_absolute_addresses() -> None:
    page = PAGE.replace("../", "/rutiner/")
    assert bundles_of(page) == [STYLES, SCRIPTS]
    assert 'href="/rutiner/assets/css/x.css"' in with_bundles(page, {STYLES: "assets/css/x.css", SCRIPTS: "y"})


def test_other_hosts_are_left_alone() -> None:
    tag = '<script src="https://example.com/a.js"></script>'
    assert bundles_of(tag * 2) == []


def test_style_keeps_order_and_what_stands_in_quotes() -> None:
    texts = {
        "assets/a.min.css": '@charset "UTF-8";a{color:red}/*# sourceMappingURL=a.css.map*/',
        "assets/css/b.css": '/* note */\n.b::after {\n  content: "/* a ;  b */";\n}\n.c > .d  .e { margin: -1px 0 }\n',
    }
    assert bundle_text(STYLES, texts) == (
        '@charset "UTF-8";a{color:red}.b::after{content: "/* a ;  b */";}.c > .d .e{margin: -1px 0}\n'
    )


def test_name_follows_content() -> None:
    one, two = bundle_address(SCRIPTS, "one"), bundle_address(SCRIPTS, "two")
    assert re.fullmatch(r"assets/paket/handbok\.[0-9a-f]{8}\.min\.js", one)
    assert one != two


def test_lines_of_comment_are_dropped_but_never_inside_a_text() -> None:
    whole = bundle_text(
        SCRIPTS, {"assets/a.min.js": "a()\n//# sourceMappingURL=a.map\n", "assets/js/b.js": "  // x\n  b()"}
    )
    assert "//" not in whole
    text = "const t = `\n  // kept`;\n"
    assert text in bundle_text(SCRIPTS, {"assets/a.min.js": "", "assets/js/b.js": text})


@pytest.mark.skipif(not shutil.which("node"), reason="node saknas")
def test_a_mistake_in_one_script_does_not_stop_the_next() -> None:
    texts = {"assets/a.min.js": '"use strict";saknas = 1', "assets/js/b.js": "said.push('b'); arv = 1"}
    program = f"const said = []; globalThis.reportError = (e) => said.push(e.name);{bundle_text(SCRIPTS, texts)};"
    done = subprocess.run(
        ["node", "-e", program + "console.log(JSON.stringify(said))"], capture_output=True, check=True
    )
    assert json.loads(done.stdout) == ["ReferenceError", "b"]


def test_indentation_goes_and_shown_text_stays() -> None:
    page = "<p>\n    a\n\n  b <b>c</b>\n</p>\n<pre>\n  x\n\n  y</pre>\n  <textarea>\n  z</textarea>"
    slim = slim_page(page)
    assert slim == "<p>\na\nb <b>c</b>\n</p>\n<pre>\n  x\n\n  y</pre>\n<textarea>\n  z</textarea>"
    assert slim_page(slim) == slim
