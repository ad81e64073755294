"""Which folder is Drafts, Sent or Trash: by what the server says, else by the names people use. Pure."""

from collections.abc import Sequence

from triage.errors import OperatorError
from triage.mail.wire import Listed

DRAFTS_NAMES = (
    "Drafts", "Draft", "Entwürfe", "Entwurf", "Brouillons", "Borradores", "Bozze", "Rascunhos", "Concepten", "Utkast",
    "Kladder", "Luonnokset", "Wersje robocze", "Szkice", "Koncepty", "Piszkozatok", "Черновики", "下書き", "草稿",
)  # fmt: skip
SENT_NAMES = (
    "Sent", "Sent Mail", "Sent Items", "Sent Messages", "Gesendet", "Gesendete Elemente", "Gesendete Objekte",
    "Envoyés", "Messages envoyés", "Éléments envoyés", "Enviados", "Elementos enviados", "Mensagens enviadas",
    "Posta inviata", "Inviati", "Verzonden", "Verzonden items", "Skickat", "Sendt", "Lähetetyt", "Wysłane",
    "Elementy wysłane", "Odeslané", "Отправленные", "送信済み", "已发送",
)  # fmt: skip
TRASH_NAMES = (
    "Trash", "Deleted", "Deleted Items", "Deleted Messages", "Bin", "Papierkorb", "Gelöschte Elemente", "Gelöscht",
    "Corbeille", "Éléments supprimés", "Papelera", "Elementos eliminados", "Lixeira", "Lixo", "Itens excluídos",
    "Cestino", "Posta eliminata", "Prullenbak", "Verwijderde items", "Papperskorgen", "Papirkurv", "Roskakori", "Kosz",
    "Koš", "Корзина", "ゴミ箱", "已删除",
)  # fmt: skip
PARENTS = frozenset({"", "inbox", "[gmail]", "[google mail]"})


def find_folder(
    folders: Sequence[Listed], *, use: str, names: Sequence[str], configured: str | None, setting: str
) -> str | None:
    """The folder for `use` ("\\drafts", "\\sent", "\\trash"); None without one, or when the configured one is missing.

    Raises `OperatorError` naming `setting` when several folders are equally good.
    """
    usable = [folder for folder in folders if not folder.flags & {"\\noselect", "\\nonexistent"}]
    if configured is not None:
        return _by_exact_name(usable, configured)
    marked = [folder for folder in usable if use in folder.flags]
    named = [folder for folder in usable if _is_named(folder, names)]
    both = [folder for folder in marked if folder in named]
    for candidates in (marked, both) if marked else (named,):
        if len(candidates) == 1:
            return candidates[0].name
    if not marked and not named:
        return None
    raise OperatorError(
        f"several folders could be it: {', '.join(sorted(folder.name for folder in marked or named))}",
        fix=f"name the right one in {setting}",
    )


def _by_exact_name(folders: Sequence[Listed], wanted: str) -> str | None:
    names = [folder.name for folder in folders]
    if wanted in names:
        return wanted
    same = [name for name in names if name.casefold() == wanted.casefold()]
    return same[0] if len(same) == 1 else None


def _is_named(folder: Listed, names: Sequence[str]) -> bool:
    parent, _, leaf = folder.name.rpartition(folder.delimiter) if folder.delimiter else ("", "", folder.name)
    return parent.casefold() in PARENTS and leaf.casefold() in {name.casefold() for name in names}
