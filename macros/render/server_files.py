"""Ready-made settings for web servers, all made of the same policy. Pure: path and folder in, files out."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from macros.model.server_policy import (
    ASK_AGAIN,
    COMPRESSED_TYPES,
    FILE_TYPES,
    FINGERPRINTED,
    HEADERS,
    KEEP,
    NOT_FOUND_PAGE,
)
from macros.render.bundles import BUNDLE_FOLDER

_MADE_BY = "Skapad av handbok serverfiler. Ändra inte för hand."


def server_files(path: str, folder: str, port: int) -> Mapping[str, str]:
    """File name to content. `path`: the site's address on the host. `folder`: where its files lie on the server."""
    return {
        "nginx.conf": _nginx(path, folder, port),
        "apache.conf": _apache(path, folder),
        "web.config": _iis(path),
        "Caddyfile": _caddy(path, folder, port),
    }


def _nginx(path: str, folder: str, port: int) -> str:
    kinds = "\n".join(f"        {kind} {ending};" for ending, kind in FILE_TYPES.items())
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items())
    compressed = " ".join(kind for kind in COMPRESSED_TYPES if kind != "text/html")  # nginx always counts that in
    bare = f"    location = {path.rstrip('/')} {{\n        return 301 {path};\n    }}\n" if path != "/" else ""
    return f"""# {_MADE_BY}
# Lägg filen i /etc/nginx/conf.d/ och webbplatsen i {folder}/.
map $uri $handbok_cache {{
    "~{FINGERPRINTED}" "{KEEP}";
    default "{ASK_AGAIN}";
}}

server {{
    listen {port};
    absolute_redirect off;
    server_tokens off;
    charset utf-8;
    charset_types {compressed};
    include mime.types;
    types {{
{kinds}
    }}
{headers}
    add_header Cache-Control $handbok_cache always;
    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_comp_level 6;
    gzip_min_length 256;
    gzip_types {compressed};
    error_page 404 {path}{NOT_FOUND_PAGE};
{bare}    location {path} {{
        alias {folder}/;
        index index.html;
    }}
}}
"""


def _apache(path: str, folder: str) -> str:
    headers = "\n".join(f'    Header always set {name} "{value}"' for name, value in HEADERS.items())
    kinds = "\n".join(f"    AddType {kind} .{ending}" for ending, kind in FILE_TYPES.items())
    endings = " ".join(f".{ending}" for ending in ("html", "css", "js", "json", "xml", "svg", *FILE_TYPES))
    bare = f'RedirectMatch 301 "^{re.escape(path.rstrip("/"))}$" "{path}"\n' if path != "/" else ""
    return f"""# {_MADE_BY}
# Lägg filen i /etc/apache2/conf-enabled/ och webbplatsen i {folder}/. Slå på modulerna: a2enmod headers deflate
{bare}Alias {path} {folder}/
DeflateAlterETag NoChange
<Directory "{folder}">
    Require all granted
    Options None
    AllowOverride None
    DirectoryIndex index.html
    ErrorDocument 404 {path}{NOT_FOUND_PAGE}
{kinds}
    AddCharset UTF-8 {endings}
    AddOutputFilterByType DEFLATE {" ".join(COMPRESSED_TYPES)}
{headers}
    Header always set Cache-Control "{ASK_AGAIN}"
    <FilesMatch "{FINGERPRINTED}">
        Header always set Cache-Control "{KEEP}"
    </FilesMatch>
</Directory>
"""


def _iis(path: str) -> str:
    headers = "\n".join(
        f"        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} value={quoteattr(value)} />"
        for name, value in HEADERS.items()
    )
    kinds = "\n".join(
        f'      <remove fileExtension=".{ending}" />\n      <mimeMap fileExtension=".{ending}" mimeType="{kind}" />'
        for ending, kind in FILE_TYPES.items()
    )
    not_found = path.strip("/").replace("/", "\\") + ("\\" if path != "/" else "") + NOT_FOUND_PAGE
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!-- {_MADE_BY} Lägg filen överst i webbplatsens mapp, och slå på statisk komprimering i IIS. -->
<configuration>
  <system.webServer>
    <directoryBrowse enabled="false" />
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
    <staticContent>
{kinds}
      <clientCache cacheControlMode="NoControl" cacheControlCustom="{ASK_AGAIN}" />
    </staticContent>
    <httpErrors errorMode="Custom" existingResponse="Auto">
      <remove statusCode="404" subStatusCode="-1" />
      <error statusCode="404" path="{not_found}" responseMode="File" />
    </httpErrors>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
{headers}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="{BUNDLE_FOLDER}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="NoControl" cacheControlCustom="{KEEP}" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
"""


def _caddy(path: str, folder: str, port: int) -> str:
    headers = "\n".join(f'\t\t{name} "{value}"' for name, value in HEADERS.items())
    kinds = "\n".join(f'\theader *.{end} Content-Type "{kind}; charset=utf-8"' for end, kind in FILE_TYPES.items())
    bare = f"\tredir {path.rstrip('/')} {path} permanent\n" if path != "/" else ""
    return f"""# {_MADE_BY}
# Skriv serverns namn i stället för :{port} om Caddy ska sköta https. Webbplatsen ligger i {folder}/.
:{port} {{
	encode gzip
	header {{
{headers}
	}}
	@namngiven_efter_innehall path_regexp {FINGERPRINTED}
	@annan not path_regexp {FINGERPRINTED}
	header @namngiven_efter_innehall Cache-Control "{KEEP}"
	header @annan Cache-Control "{ASK_AGAIN}"
{kinds}
{bare}	handle_path {path}* {{
		root * {folder}
		file_server
	}}
	handle {{
		error 404
	}}
	handle_errors {{
		root * {folder}
		rewrite * /{NOT_FOUND_PAGE}
		file_server
	}}
}}
"""
