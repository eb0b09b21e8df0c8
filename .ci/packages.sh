# Sourced: notes which system packages are missing, and installs them all at once where apt-get is at hand.
# Nothing is asked for, updated or installed while nothing is missing.

missing=()

need() { missing+=("$1"); }

need_command() { # command, package
    command -v "$1" >/dev/null 2>&1 || need "$2"
}

# WeasyPrint loads these while running. Whether this Python can load them says more than a package list does.
need_libraries() { # python
    local library package
    while read -r library package; do
        "$1" - "$library" <<'PYTHON' || need "$package"
import ctypes, sys
name = sys.argv[1]
for form in (f"lib{name}.so.0", f"lib{name}.0.dylib", f"lib{name}.dylib", f"/opt/homebrew/lib/lib{name}.dylib"):
    try:
        sys.exit(ctypes.CDLL(form) is None)
    except OSError:
        continue
sys.exit(1)
PYTHON
    done <<'LIBRARIES'
pango-1.0 libpango-1.0-0
pangoft2-1.0 libpangoft2-1.0-0
harfbuzz-subset libharfbuzz-subset0
LIBRARIES
}

install_needed() {
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
    if ! command -v apt-get >/dev/null 2>&1; then
        {
            echo "This machine lacks system packages that lexdocs needs, and has no apt-get to install them with."
            echo "Please install, then run make again. By their Debian names: ${missing[*]}"
            echo "Elsewhere: dnf install pango harfbuzz poppler-utils · apk add pango harfbuzz-subset poppler-utils"
            echo "           pacman -S pango harfbuzz poppler · brew install pango harfbuzz poppler"
        } >&2
        return 1
    fi
    if [ ${#as_root[@]} -gt 0 ] && ! command -v sudo >/dev/null 2>&1; then
        echo "System packages are missing; as root, please run: apt-get update && apt-get install ${missing[*]}" >&2
        return 1
    fi
    echo "installing system packages: ${missing[*]}" >&2
    local log
    log="$(mktemp)"
    # A list that cannot be refreshed (someone's extra source) is not the end: the install itself says what is wrong.
    "${as_root[@]}" apt-get update -qq </dev/null >"$log" 2>&1 || echo "apt-get update failed; trying with the lists at hand" >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1 || {
        cat "$log" >&2
        rm -f "$log"
        echo "could not install ${missing[*]}; what apt-get said stands above" >&2
        return 1
    }
    rm -f "$log"
    missing=()
}
