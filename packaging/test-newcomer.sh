#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-newcomer.sh [COMMAND...]: clones this repository into a bare Debian 12 root and runs ./dev test there (or COMMAND),
# with nothing installed by hand but git. Needs root and mmdebstrap.
set -euo pipefail
top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
# shellcheck source=packaging/bare-root.sh
source "$top/packaging/bare-root.sh"
(($#)) || set -- ./dev test

# Not in /tmp, which may lie in memory: a whole Debian goes in there.
root="$(mktemp -d /var/tmp/framekey-newcomer.XXXXXX)"
trap 'drop_bare_root "$root"' EXIT
bare_root "$root"
in_bare_root "$root" apt-get update -qq
in_bare_root "$root" apt-get install -qq -y --no-install-recommends git ca-certificates >/dev/null
git clone --quiet "$top" "$root/root/framekey"
in_bare_root "$root" sh -c 'cd /root/framekey && exec "$@"' sh "$@"
