"""Django settings, one file. Everything that differs between machines is read from the environment.

GONGKAI_HOME        where the database, the snapshots and the files handed in live (default: var here)
GONGKAI_PACKS       the folder of the office packs to choose from (default: offices beside the program)
GONGKAI_HOSTS       names the workbench answers to, separated by commas (default: this machine only)
GONGKAI_ORIGINS     addresses a reverse proxy serves it under, such as https://gongkai.example.gov.cn
GONGKAI_HTTPS       1 where a reverse proxy in front speaks https: cookies then never go without it
GONGKAI_SECRET_KEY  signs sessions and links (default: made at first use and kept in GONGKAI_HOME)
"""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from gongkai.config import environment

HOME = environment.folder("GONGKAI_HOME", "var")
SNAPSHOTS = HOME / "snapshots"
FILES = HOME / "files"
PACKS = environment.place("GONGKAI_PACKS", Path(__file__).parents[2] / "offices")
MANUAL = Path(__file__).parents[2] / "docs" / "manual"
SECRET_KEY = environment.secret("GONGKAI_SECRET_KEY", HOME / "secret.key")
ALLOWED_HOSTS = environment.words("GONGKAI_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = environment.words("GONGKAI_ORIGINS", "")
HTTPS = environment.yes("GONGKAI_HTTPS")

INSTALLED_APPS = [
    "gongkai.records",
    "gongkai.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "django_q",
    "template_partials",
]
MIDDLEWARE = [
    "gongkai.web.headers.added",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gongkai.web.sessions.limited",
    "gongkai.web.bodies.limited",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gongkai.web.citizens.masked",
    "gongkai.web.faults.told",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "gongkai.config.urls"
WSGI_APPLICATION = "gongkai.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parents[1] / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "gongkai.web.shell.context",
            ],
            "builtins": ["gongkai.web.templatetags.words"],
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HOME / "gongkai.sqlite3",
        "CONN_MAX_AGE": 600,
        "TEST": {"NAME": HOME / "test.sqlite3"},  # a real file, as in use
        "OPTIONS": {
            # a writer waits for its turn at BEGIN instead of failing half-way
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# people: a name and a password, a second factor for whoever sets one up, no mail anywhere
AUTH_USER_MODEL = "records.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name, "OPTIONS": options}
    for name, options in (
        ("gongkai.web.passwords.LongEnough", {"min_length": 10}),
        ("gongkai.web.passwords.UnlikeThePerson", {"user_attributes": ("username", "name")}),
        ("django.contrib.auth.password_validation.CommonPasswordValidator", {}),
        ("django.contrib.auth.password_validation.NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "gongkai.web.accounts.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# axes counts failures, by name; a whole office signs in from one address at nine o'clock
ACCOUNT_RATE_LIMITS = {"login_failed": False, "login": "300/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "gongkai.web.accounts.SecondFactor"
MFA_TOTP_ISSUER = "政务公开监测考核平台"
MFA_TOTP_TOLERANCE = 1  # half a minute either way: a server on an intranet may have no source of time
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # behind one proxy all share an address: a name is locked, not a town
AXES_LOCKOUT_CALLABLE = "gongkai.web.accounts.locked"
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "gongkai.web.accounts.typed_name"
AXES_VERBOSE = False

# sessions: a working day at most, two hours idle, three at once
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_SECONDS = 2 * 3600
SESSIONS_AT_ONCE = 3
CSRF_COOKIE_HTTPONLY = True  # scripts find the token in the page
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "gongkai.web.faults.csrf"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# what people hand in: a spreadsheet or a scan, never a program
UPLOAD_BYTES = 50 * 1024 * 1024
REQUEST_BYTES = 4 * UPLOAD_BYTES  # several files at once
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a grid of 200 units and 12 months, several times
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# styles and scripts: built by `make assets`, collected and compressed by `gongkai serve`
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [path for path in [Path(__file__).parents[1] / "web" / "built"] if path.is_dir()]
COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = not COLLECTED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# work that outlives a request; a worker that is killed leaves its work in the table, to be done again
Q_CLUSTER = {
    "name": "gongkai",
    "orm": "default",
    "workers": 1,
    "timeout": 900,
    "retry": 1200,
    "max_attempts": 3,
    "poll": 0.5,
    "save_limit": 500,
    "catch_up": False,
    "label": "后台任务",
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"masked": {"()": "gongkai.web.logs.WithoutNumbers"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "masked"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
