#!/bin/sh
# Makes the role and the database of every service that has none yet and sets the passwords, so it may run at every start.
# A database belongs to its service's role and is closed to every other. Server and administrator: PGHOST, PGUSER, PGPASSWORD;
# the roles' passwords: POSTGRES_PASSWORD_<SERVICE>.
set -eu

until pg_isready --quiet; do sleep 1; done

for service in projects budgeting resourcing quality governance reporting connectors; do
  variable=POSTGRES_PASSWORD_$(printf '%s' "$service" | tr '[:lower:]' '[:upper:]')
  printenv "$variable" > /dev/null || { echo "$variable is missing; set it in .env." >&2; exit 1; }
  psql --no-psqlrc --quiet --dbname=postgres --set=ON_ERROR_STOP=1 --set=name="$service" <<SQL
\getenv password $variable
SELECT format('CREATE ROLE %I', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" LOGIN PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
  echo "database $service is there"
done
