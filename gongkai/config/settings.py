"""Django settings, one file. Everything that differs between machines is read from the environment.

GONGKAI_HOME  where the database and the snapshots live (default: var in the current folder)
"""

from gongkai.config import environment

HOME = environment.folder("GONGKAI_HOME", "var")
SNAPSHOTS = HOME / "snapshots"

INSTALLED_APPS = ["gongkai.records", "gongkai.web"]
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
