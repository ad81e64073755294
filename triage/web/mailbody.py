"""A mail's HTML made safe to look at. Pure. Nothing in it runs, loads or leads anywhere by itself."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import nh3

LONGEST = 300_000
MOST_TAGS, MOST_ENTITIES = 12_000, 40_000
"""Browsers and sanitisers take square time for deep nesting; no person's mail comes near these."""
OPENING = re.compile(r"<[A-Za-z]")
TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "small", "span", "strike", "strong", "sub",
    "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}, "ol": {"start"}}
SILENT = {"script", "style", "title", "template", "noscript", "textarea", "select", "svg", "math"}
REMOTE = re.compile(r"<(?:img|image|video|audio|source|link|iframe|embed|object)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeBody:
    """html: to be shown in a sandbox. left_out: pictures and other things to be loaded that were taken out.

    cut: only the beginning is shown. too_odd: built to take for ever; nothing is shown, the mail's text still is.
    """

    html: str
    left_out: int
    cut: bool
    too_odd: bool = False


def safe_body(html: str) -> SafeBody:
    """What may be shown of a mail's HTML: words, lists, tables; links keep their address as readable text."""
    bounded = html[:LONGEST]
    if len(OPENING.findall(bounded)) > MOST_TAGS or bounded.count("&") > MOST_ENTITIES:
        return SafeBody(html="", left_out=0, cut=False, too_odd=True)
    cleaned = nh3.clean(
        bounded,
        tags=TAGS,
        clean_content_tags=SILENT,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )
    return SafeBody(html=cleaned, left_out=len(REMOTE.findall(bounded)), cut=len(html) > LONGEST)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "a" and name == "href":
        return shown_address(value)
    return value if value.isascii() and value.isdecimal() and len(value) < 4 else None


def shown_address(address: str) -> str | None:
    """An address as it really is: host names of other scripts in punycode, no user names in front; None: unusable."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme not in ("http", "https"):
            return address if parts.scheme in ("mailto", "tel") else None
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    return parts._replace(netloc=f"{host}{port}").geturl() if host else None
