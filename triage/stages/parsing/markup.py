"""HTML to text, with quoted mails marked by "> " as in plain mails, so that one cutter serves both."""

import re

from selectolax.lexbor import LexborHTMLParser

from triage.stages.parsing.clean import clean_text

_MAX_CHARS = 2 * 1024 * 1024
_MAX_OPEN = 400
_OPEN_QUOTE, _CLOSE_QUOTE = "\ue0f1", "\ue0f2"
_PRIVATE = re.compile("[\ue0f1-\ue0f3]")
_PRE = re.compile(r"(?i)<pre[\s>]")
_SPACES = re.compile(r"[ \t\r\n\xa0]+")
_TAGS = re.compile(r"<[^<>]*>")
_TAG_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_BLANK_LINES = re.compile(r"\n{3,}")
_ENTITY = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}

_DROPPED = "script,style,head,template,noscript,title,object,iframe,svg,select,textarea"
_UNSEEN = '[style*="display:none"],[style*="display: none"],[hidden],[style*="mso-hide:all"],[style*="mso-hide: all"]'
_BLOCKS = (
    "p,div,tr,table,ul,ol,li,h1,h2,h3,h4,h5,h6,blockquote,section,article,header,footer,address,center,pre,dl,dt,dd,"
    "fieldset,form,hr,figure,body"
)
_PARAGRAPHS = "p,h1,h2,h3,h4,ul,ol"
_QUOTES = (
    'blockquote,div.yahoo_quoted,div.protonmail_quote,div[name="quote"],div.freshdesk_quote,div.zmail_extra,'
    'div[data-marker="__QUOTED_TEXT__"],div.tutanota_quote,div.ms-outlook-mobile-reference-message,#isReplyContent'
)
_RULES = (
    "#appendonsend,#divRplyFwdMsg,#x_divRplyFwdMsg,#x_appendonsend,#zwchr,div.OutlookMessageHeader,#OLK_S"
    "RC_BODY_SECTION"
)
HISTORY_RULE = "_" * 32
_CONTAINERS = (
    "gmail_quote", "<blockquote", "yahoo_quoted", "divRplyFwdMsg", "appendonsend", "moz-cite-prefix", 'name="quote"',
    "protonmail_quote", "zmail_extra", "__QUOTED_TEXT__", "OutlookMessageHeader", "OLK_SRC_BODY_SECTION",
)  # fmt: skip


def has_quote_container(html: str) -> bool:
    """Does the HTML mark where an older mail is quoted?"""
    return any(container in html for container in _CONTAINERS)


def html_to_text(html: str) -> str:
    """Readable text of an HTML body. Never raises; at most 2 MB of HTML is read."""
    html = _PRIVATE.sub("", html[:_MAX_CHARS])
    if _is_bomb(html):
        return stripped(html)
    try:
        return _converted(html)
    except Exception:  # noqa: BLE001 - the door to a foreign parser: plain stripping takes over
        return stripped(html)


def stripped(html: str) -> str:
    """Text of hostile or broken HTML: every tag is a blank."""
    text = _TAGS.sub(" ", html)
    for entity, char in _ENTITY.items():
        text = text.replace(entity, char)
    return clean_text(_SPACES.sub(" ", text)).strip()


def _is_bomb(html: str) -> bool:
    """Are so many elements left open that repairing them would multiply the document?"""
    if len(html) > 65536 and any(tag[0].count("=") > 1000 for tag in _TAGS.finditer(html)):
        return True
    open_count: dict[str, int] = {}
    for match in _TAG_NAME.finditer(html):
        name = match[2].lower()
        if name in (
            "br",
            "img",
            "p",
            "li",
            "td",
            "tr",
            "th",
            "meta",
            "link",
            "hr",
            "input",
            "col",
            "area",
            "wbr",
            "o",
            "v",
        ):
            continue
        open_count[name] = max(0, open_count.get(name, 0) + (-1 if match[1] else 1))
        if open_count[name] > _MAX_OPEN:
            return True
    return False


def _converted(html: str) -> str:
    if not _PRE.search(html):
        html = _SPACES.sub(" ", html)
    tree = LexborHTMLParser(html)
    for node in tree.css(_DROPPED):
        node.decompose()
    for node in tree.css(_UNSEEN):
        if node.tag not in ("body", "html"):
            node.decompose()
    for node in tree.css(_RULES):
        node.insert_before(f"\n{HISTORY_RULE}\n")
    for node in tree.css(_QUOTES):
        if _is_quote(node.tag, node.attributes.get("style") or ""):
            node.insert_before(f"\n{_OPEN_QUOTE}\n")
            node.insert_after(f"\n{_CLOSE_QUOTE}\n")
    for node in tree.css(_BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    for node in tree.css(_PARAGRAPHS):
        node.insert_before("\n")
        node.insert_after("\n")
    for node in tree.css("br"):
        node.insert_before("\n")
    for node in tree.css("td,th"):
        node.insert_after(" ")
    root = tree.body or tree.root
    return _lines(root.text(separator="") if root is not None else "")


def _is_quote(tag: str | None, style: str) -> bool:
    """Gmail's "indent more" is a blockquote without a border: the sender's own words."""
    return not (tag == "blockquote" and "border:none" in style.replace(" ", "") and "border-left" not in style)


def _lines(text: str) -> str:
    """Trim the lines, mark quoted ones, allow one blank line at a time."""
    out: list[str] = []
    depth = 0
    for line in clean_text(text).split("\n"):
        if line == _OPEN_QUOTE:
            depth += 1
        elif line == _CLOSE_QUOTE:
            depth = max(0, depth - 1)
        else:
            line = _SPACES.sub(" ", line).strip(" ")
            out.append("> " * min(depth, 9) + line if depth and line else line)
    return _BLANK_LINES.sub("\n\n", "\n".join(out)).strip("\n")
