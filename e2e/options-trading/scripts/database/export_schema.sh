#!/bin/sh
# Writes schema_django.sql and schema_sqlalchemy.sql beside schema_canonical.sql: what each ORM would create.
cd "$(dirname "$0")/../.." && exec npx nx run-many -t export-schema "$@"
