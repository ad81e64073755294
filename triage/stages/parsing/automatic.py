"""Is a mail automatic, and of which kind? A person's mail must never be taken for one."""

from collections.abc import Mapping

from triage.records import Address, Auto


def automatic_kind(
    *,
    sender: Address,
    subject: str,
    text: str,
    headers: Mapping[str, tuple[str, ...]],
    has_delivery_report: bool,
    own_addresses: frozenset[str],
) -> Auto | None:
    """Kind of automatic mail, None for a person's and in all doubt."""
    if sender.address.lower() in own_addresses or "x-triage-draft" in headers:
        return Auto.OWN
    if has_delivery_report:
        return Auto.BOUNCE
    submitted = headers.get("auto-submitted", ("no",))[0].split(";")[0].strip().lower()
    return Auto.AUTO_REPLY if submitted == "auto-replied" else None
