"""Loaded by pytest before the settings are read: each test process has a data folder of its own."""

import atexit
import os
import shutil
import tempfile

os.environ["GONGKAI_HOME"] = tempfile.mkdtemp(prefix="gongkai-tests-")
atexit.register(shutil.rmtree, os.environ["GONGKAI_HOME"], ignore_errors=True)
