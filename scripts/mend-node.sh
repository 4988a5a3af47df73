#!/bin/sh
# Called when the pinned Node does not start: on a bare Debian it lacks one library. In sh, because nothing else runs yet.
command -v apt-get >/dev/null || { echo '[node] the Node in node_modules does not start; see the line above.' >&2; exit 1; }
if [ "$(id -u)" != 0 ]; then
  echo '[node] Node needs a library that only root may install: sudo apt-get install libatomic1' >&2
  exit 1
fi
echo '[node] installing libatomic1, which Node needs …' >&2
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -q && apt-get install -y -q --no-install-recommends libatomic1; } >/dev/null && node -e 0
