# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Framekey developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What framekey's own --help says is offered; tests/command holds this file to it.

_framekey_options() {
    local token=(--account --min-valid --time --wait --timeout --force-refresh --name --no-start --help)
    local order=(--account --timeout --json --no-start --help)
    case "$1" in
        token) printf '%s\n' "${token[@]}" --json --header --curl ;;
        exec) printf '%s\n' "${token[@]}" ;;
        env) printf '%s\n' "${token[@]}" --format ;;
        login) printf '%s\n' "${order[@]}" --scopes --again --no-browser --no-launch-browser --skip-open-browser ;;
        check) printf '%s\n' "${order[@]}" --for --scopes ;;
        doctor) printf '%s\n' "${order[@]}" --report ;;
        logout | refresh | status) printf '%s\n' "${order[@]}" ;;
        list) printf '%s\n' --timeout --json --no-start --help ;;
        open) printf '%s\n' --account --timeout --no-start --help ;;
        account) printf '%s\n' --env-file --practice --timeout --json --no-start --help ;;
        callback) printf '%s\n' --timeout --help ;;
        simulate) printf '%s\n' --account --timeout --help ;;
    esac
}

# Never starts anything: where no Framekey runs, no account is offered.
_framekey_accounts() { framekey list --no-start --timeout 1 2>/dev/null; }

_framekey_values() {
    case "$2" in
        --account | -a | -u) _framekey_accounts ;;
        --format) printf '%s\n' sh sh-no-export fish csh powershell ;;
        *)
            case "$1" in
                token | env | login | logout | refresh | status | open | check | doctor) _framekey_accounts ;;
                account) printf '%s\n' add remove rename default && _framekey_accounts ;;
                simulate) printf '%s\n' expired revoked offline slow ;;
            esac
            ;;
    esac
}

_framekey() {
    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" verb='' at
    for ((at = 1; at < COMP_CWORD; at++)); do
        if [[ ${COMP_WORDS[at]} == -- ]]; then
            mapfile -t COMPREPLY < <(compgen -c -f -- "$word")
            return
        fi
        [[ $verb || ${COMP_WORDS[at]} == auth ]] || verb="${COMP_WORDS[at]}"
    done
    local offered one quoted
    if [[ -z $verb ]]; then
        offered=(token exec env simulate login logout refresh account callback status list open check doctor --version --help)
    elif [[ $before == --env-file ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
    elif [[ $word == -* ]]; then
        mapfile -t offered < <(_framekey_options "$verb")
    else
        mapfile -t offered < <(_framekey_values "$verb" "$before")
    fi
    # Not by compgen -W, which runs what stands in an account's name.
    COMPREPLY=()
    for one in "${offered[@]}"; do
        [[ $one == "$word"* ]] || continue
        printf -v quoted %q "$one"
        COMPREPLY+=("$quoted")
    done
}

complete -F _framekey framekey
