# shellcheck shell=sh disable=SC2034,SC2154 # the builders read these variables, and set $recipe
# What every builder does around its own work. It is read by PLACE/build, which has set $recipe, and then calls, in order:
#
#   options "$@"                    the pinned options, checked
#   need PROGRAM:PACKAGE...         what must be there; a PROGRAM with a slash is a file
#   contained root|user "$@"        the rest of the script runs where nothing outlives it
#   sources                         where packages come from, looked at
#   step WORDS                      at each step's start
#
# and leaves its results in $work/result. docs/decisions/images.md says what is printed, and what the exit codes are.

step() { echo "step $*"; }
usage() {
    echo "$1" >&2
    echo "usage: build --image base|proxmox --arch arm64|amd64 --out DIR --work DIR --epoch SECONDS" >&2
    echo "             [--base FILE.qcow2] [--source NAME=URL]... [--without NAME,...]" >&2
    exit 2
}

options() {
    image='' arch='' out='' work='' epoch='' base='' without='' given_sources=''
    while [ $# -gt 0 ]; do
        [ $# -gt 1 ] || usage "no value: $1"
        case $1 in
        --image) image=$2 ;;
        --arch) arch=$2 ;;
        --out) out=$2 ;;
        --work) work=$2 ;;
        --epoch) epoch=$2 ;;
        --base) base=$2 ;;
        --without) without=${without:+$without,}$2 ;;
        --source) given_sources="$given_sources $2" ;;
        *) usage "unknown option: $1" ;;
        esac
        shift 2
    done
    for given in "$image" "$arch" "$out" "$work" "$epoch"; do [ -n "$given" ] || usage "an option is missing"; done
    # plain is no image of Freehold's, but what Packer starts from: Debian that boots, neither hardened nor complete.
    case $image in base | proxmox | plain) ;; *) usage "no such image: $image" ;; esac
    case $arch in amd64 | arm64) ;; *) usage "no such architecture: $arch" ;; esac
    case $work in /*) ;; *) work=$PWD/$work ;; esac
    case $out in /*) ;; *) out=$PWD/$out ;; esac
    # They stand in the hooks that a shell runs, in apt's lists and in sed's words: what is none of these is refused.
    case $work$recipe$base in *[!A-Za-z0-9._/+@-]*)
        echo "Nothing can be built in a folder whose path has anything but letters from A to Z, digits and . _ / + @ - in it: $work. Take another --home." >&2
        exit 2
        ;;
    esac
    case $without in *[!a-z,]*) usage "no such part: $without" ;; esac
    case $epoch in *[!0-9]*) usage "no such time: $epoch" ;; esac
    case $given_sources in *[!][A-Za-z0-9._~:/?@%=,+\ -]*) usage "no such source:$given_sources" ;; esac
    PATH=$PATH:/usr/sbin:/sbin
    export PATH LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH="$epoch"
    umask 022
}

# heard LINE: progress by apt's own count, where the log's line tells of it.
all=0 ready=0
heard() {
    case $1 in
    *' newly installed, '*)
        all=${1%% newly installed, *}
        all=${all##*, } ready=0
        ;;
    'Setting up '*)
        [ "$ready" -ge "$all" ] || {
            ready=$((ready + 1))
            echo "progress $((ready * 100 / all)) installing $all packages"
        }
        ;;
    esac
}

left_out() {
    case ",$without," in *",$1,"*) return 0 ;; esac
    return 1
}

need() {
    absent=$(for pair in "$@"; do
        case $pair in
        /*) [ -e "${pair%:*}" ] ;;
        *) command -v "${pair%:*}" >/dev/null ;;
        esac || echo "missing ${pair%:*} ${pair#*:}"
    done)
    [ -z "$absent" ] || {
        echo "$absent"
        exit 11
    }
}

# contained root|user ARGUMENT...: starts this script again in namespaces of its own, whose processes and mounts end with
# it whatever kills it, and waits for that; inside it just returns. `root` has to be root there. The script itself needs
# no traps: a signal ends it from outside.
contained() {
    as=$1
    shift
    [ -z "${FREEHOLD_CONTAINED:-}" ] || return 0
    users=
    if [ "$(id -u)" != 0 ]; then
        if [ "$as" = root ]; then users='--map-root-user --map-auto'; else users=--map-current-user; fi
    fi
    room="unshare $users --pid --fork --kill-child --mount-proc"
    # shellcheck disable=SC2086 # words
    $room true 2>/dev/null || room=
    child=
    trap cleared EXIT
    trap 'stopped 143' TERM
    trap 'stopped 130' INT
    cleared
    mkdir -p "$work/tmp" "$work/result" "$out"
    rm -f "$out/disk.qcow2" "$out/disk.qcow2.new" "$out/packages.tsv" "$out/hardening.tsv" "$out/sources.tsv"
    # shellcheck disable=SC2086 # words
    FREEHOLD_CONTAINED=yes TMPDIR="$work/tmp" setsid setpriv --pdeathsig KILL $room sh "$0" "$@" &
    child=$!
    wait "$child" || exit $?
    mv "$work/result/packages.tsv" "$work/result/hardening.tsv" "$work/result/sources.tsv" "$out/"
    # $out may be another file system: there must never be half a disk of that name.
    mv "$work/result/disk.qcow2" "$out/disk.qcow2.new"
    mv "$out/disk.qcow2.new" "$out/disk.qcow2"
    exit 0
}
# Files may belong to users of the namespace alone.
# shellcheck disable=SC2086 # words
cleared() { [ ! -e "$work" ] || rm -rf "$work" 2>/dev/null || unshare $users rm -rf "$work"; }
# Asked first, so that Packer can end its machine; three seconds later nothing is left to ask.
stopped() {
    trap '' TERM INT
    if [ -n "$child" ]; then
        kill -TERM "-$child" 2>/dev/null || true
        setsid sh -c "sleep 3; kill -KILL -$child" >/dev/null 2>&1 &
        killer=$!
        wait "$child" || true
        kill -KILL "-$killer" "-$child" 2>/dev/null || true
    fi
    exit "$1"
}

# source_of NAME DEFAULT
source_of() {
    for one in $given_sources; do
        case $one in "$1="*)
            echo "${one#*=}"
            return
            ;;
        esac
    done
    echo "$2"
}
on_loopback() {
    place=${1#http://}
    [ "$place" != "$1" ] || return 1
    case ${place%%/*} in
    *@*) return 1 ;;
    127.0.0.1:* | localhost:*) return 0 ;;
    *) return 1 ;;
    esac
}

# place NAME URL SUITE COMPONENTS OPTION [PUBLIC]: one source, which must answer. One on loopback is this computer's own:
# it is trusted, and is no place for the image to ask later, which asks PUBLIC.
place() {
    curl -fsSL -o /dev/null --max-time 30 --retry 2 "$2/dists/$3/InRelease" 2>"$work/curl" ||
        curl -fsSL -o /dev/null --max-time 30 "$2/dists/$3/Release" 2>>"$work/curl" || {
        cat "$work/curl" >&2
        echo "unreachable $1 $2"
        exit 10
    }
    grep -qs "^$1	" "$work/result/sources.tsv" || printf '%s\t%s\n' "$1" "$2" >>"$work/result/sources.tsv"
    if on_loopback "$2"; then line="deb [trusted=yes] $2 $3 $4"; else line="deb $5$2 $3 $4"; fi
    grep -qsxF "$line" "$work/apt/sources.list" && return
    echo "$line" >>"$work/apt/sources.list"
    if ! on_loopback "$2"; then
        echo "$line" >>"$work/kept.list"
    elif [ -n "${6:-}" ]; then
        echo "deb $6 $3 $4" >>"$work/kept.list"
    fi
}
# vendor NAME URL KEY-URL FINGERPRINT: a source beside Debian's, whose key must be the pinned one.
vendor() {
    [ -n "$2" ] || {
        echo "unreachable $1 none (no public place is known: name one in images.sources)"
        exit 10
    }
    if ! on_loopback "$2"; then
        [ -n "$4" ] || {
            echo "No key is pinned for $1: give its fingerprint as the source $1-key." >&2
            exit 1
        }
        curl -fsSL --max-time 30 -o "$work/key" "$3" || {
            echo "unreachable $1 $3"
            exit 10
        }
        keys="gpg --homedir $work/gnupg --batch --quiet --no-autostart"
        [ -d "$work/gnupg" ] || mkdir -m 0700 "$work/gnupg"
        $keys --import "$work/key" 2>/dev/null || true
        # Only the pinned key goes on: the file may hold others.
        $keys --with-colons --list-keys | awk -F: '$1 == "pub" {first = 1} $1 == "fpr" && first {print $10; first = 0}' |
            grep -qix "$4" || {
            echo "The key at $3 is not the pinned one ($4)." >&2
            exit 1
        }
        $keys --export "$4" >"$work/apt/keyrings/$4.gpg"
    fi
    # Named by the key: parts that share a place share its options, or apt refuses them.
    place "$1" "$2" bookworm main "[signed-by=/etc/apt/keyrings/$4.gpg] "
}

# What to lay over /etc/apt while building ($work/apt), the sources that stay in the image ($work/kept.list), and the
# lists of packages of which it is made ($lists).
sources() {
    step "looking at the package sources"
    mkdir -p "$work/apt/keyrings"
    : >"$work/kept.list"
    public=http://deb.debian.org/debian
    url=$(source_of debian $public)
    place debian "$url" bookworm main '' $public
    place debian "$url" bookworm-updates main '' $public
    place debian-security "$(source_of debian-security $public-security)" bookworm-security main '' $public-security
    lists=$image
    [ "$image" != plain ] || return 0
    lists=base
    if ! left_out tailscale; then
        url=$(source_of tailscale https://pkgs.tailscale.com/stable/debian)
        vendor tailscale "$url" "$url/bookworm.noarmor.gpg" \
            "$(source_of tailscale-key 2596A99EAAB33821893C0A79458CA832957F5868)"
        lists="$lists tailscale"
    fi
    [ "$image" = proxmox ] || return 0
    # Nobody publishes Proxmox VE for Debian 12 on arm64 under a name that could be a default.
    for part in proxmox ceph; do
        left_out $part && continue
        url=$(source_of $part '')
        vendor $part "$url" "$url/key.gpg" "$(source_of $part-key '')"
        lists="$lists $part"
    done
}
# A name after a - is left out, whichever list names it.
packages() {
    for list in $lists; do grep -v '^#' "$recipe/packages/$list.list"; done | sed "s/ARCH/$arch/" | sort -u |
        awk '/^-/ {without[substr($0, 2)] = 1; next} !($0 in without)'
}

# The image is refused where a point of the hardening does not hold.
hardened() {
    if ! grep -q '	PASS	' "$work/result/hardening.tsv" || grep -q '	FAIL	' "$work/result/hardening.tsv"; then
        echo "These hardening points do not hold:" >&2
        grep '	FAIL	' "$work/result/hardening.tsv" >&2
        exit 1
    fi
}
