#!/bin/sh
# Builds the image of every service, or of those named, one after the other: infra/docker/build.sh [service ...]
#   ENGINE            docker (default) or podman
#   MERIDIAN_VERSION  tag of the images, default development
#   NPMRC_FILE        npm settings for the build; CERTIFICATES_FILE  certificates to trust besides Node's. No image contains them.
set -eu
cd "$(dirname "$0")/../.."

engine=${ENGINE:-docker}
[ $# -gt 0 ] || set -- projects budgeting resourcing quality governance reporting connectors gateway identity-provider
# Podman's own image format has no health check.
format=$([ "$engine" != podman ] || echo --format=docker)

for service in "$@"; do
  target=service
  [ "$service" != identity-provider ] || target=identity-provider
  "$engine" build $format --file infra/docker/Dockerfile --target "$target" --build-arg SERVICE="$service" \
    --secret id=npmrc,src="${NPMRC_FILE:-./.npmrc}" \
    --secret id=certificates,src="${CERTIFICATES_FILE:-./infra/docker/no-certificates.pem}" \
    --tag "meridian/$service:${MERIDIAN_VERSION:-development}" .
done
