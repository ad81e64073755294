"""django-helpdesk's intake of one mailbox, timed. Runs in an environment of its own that has django-helpdesk.

Usage: python peer_helpdesk.py FOLDER PORT USER PASSWORD; prints one JSON object.
"""

import json
import logging
import resource
import sys
import time
import types
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.urls import include, path

urls = types.ModuleType("peer_urls")
sys.modules["peer_urls"] = urls
folder, port, user, password = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
settings.configure(
    SECRET_KEY="benchmark",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "helpdesk.db")}},
    INSTALLED_APPS=[
        "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.sites",
        "django.contrib.admin", "django.contrib.humanize", "django.contrib.messages",
        "account", "pinax.invitations", "pinax.teams", "reversion", "rest_framework", "helpdesk",
    ],
    MEDIA_ROOT=str(folder / "media"),
    EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend",
    SITE_ID=1,
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    ROOT_URLCONF="peer_urls",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}],
    HELPDESK_DEFAULT_SETTINGS={},
)  # fmt: skip
django.setup()
urls.urlpatterns = [path("", include("helpdesk.urls", namespace="helpdesk"))]
logging.disable(logging.CRITICAL)
call_command("migrate", verbosity=0)

from helpdesk.email import process_email  # noqa: E402  # only after Django is set up
from helpdesk.models import Queue, Ticket  # noqa: E402

Queue.objects.create(
    title="Support", slug="support", allow_email_submission=True, email_box_type="imap", email_box_host="127.0.0.1",
    email_box_port=port, email_box_ssl=False, email_box_user=user, email_box_pass=password, email_box_interval=0,
    logging_type="none", email_address="support@shop.example",
)  # fmt: skip
started = time.perf_counter()
process_email(quiet=True)
seconds = time.perf_counter() - started
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "tickets": Ticket.objects.count(),
            "seconds": seconds,
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "peak_mb": usage.ru_maxrss / 1024,
        }
    )
)
