"""Settings of production: no debug, cached templates, persistent connections, sessions in the database."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
# Made anew for each measurement and handed over by the environment.
SECRET_KEY = os.environ["PEER_SECRET"]
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "plans",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "peer.urls"
WSGI_APPLICATION = "peer.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ],
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["PEER_DATABASE"],
        "CONN_MAX_AGE": None,
        "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;"},
    }
}
# The country's data are Loa's own file; without it the peer has the sample plans.
if os.environ.get("PEER_COUNTRY"):
    INSTALLED_APPS += ["country"]
    ROOT_URLCONF = "country.urls"
    DATABASE_ROUTERS = ["country.router.CountryRouter"]
    DATABASES["country"] = {
        "ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["PEER_COUNTRY"], "CONN_MAX_AGE": None,
        "OPTIONS": {"init_command": "PRAGMA cache_size=-16000; PRAGMA query_only=ON;"},
    }
SESSION_ENGINE = "django.contrib.sessions.backends.db"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "vi"
USE_I18N = False
USE_TZ = True
LOGIN_URL = "/sign-in"
LOGGING_CONFIG = None
