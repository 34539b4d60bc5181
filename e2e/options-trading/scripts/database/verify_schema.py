#!/usr/bin/env python3
"""Says whether Django and SQLAlchemy say what schema_canonical.sql says. What is unchanged is answered from the cache."""

import subprocess
import sys
from pathlib import Path

workspace = Path(__file__).resolve().parents[2]
sys.exit(subprocess.call(["npx", "nx", "run-many", "-t", "verify-schema", *sys.argv[1:]], cwd=workspace))
