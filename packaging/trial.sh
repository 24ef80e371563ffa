# Read in by linux/trial.sh and windows/trial.sh: what both say, and the sticks that both are given.

done_() { printf '✓ %s\n' "$*"; }
fail() { printf '✗ %s\n' "$*"; exit 1; }

# passphrase_of WORLD: that of the unit's first account.
passphrase_of() {
    python3 -c 'import json, sys
print(json.load(open(sys.argv[1]))["vaults"][0]["accounts"][0]["passphrase"])' "$1/demo.json"
}

# make_sticks FOLDER PAYLOAD VERSION: good/ and one folder for every kind that must be refused. The key
# is the trial's own: FOLDER/key.pub takes the place of the release key in the program that is tried.
make_sticks() {
    sticks=$1 payload=$2
    set_up requirements.lock
    sign="$root/.venv/bin/python $root/packaging/sign_update.py"
    rm -rf "$sticks"
    mkdir -p "$sticks/good/tcdesk" "$sticks/forged" "$sticks/older" "$sticks/cut" "$sticks/spoilt"
    $sign new-key "$sticks/key" --public "$sticks/key.pub"
    $sign new-key "$sticks/other" --public "$sticks/other.pub"
    $sign sign "$sticks/key" "$payload" --version "$3" --out "$sticks/good/tcdesk" > /dev/null
    $sign sign "$sticks/other" "$payload" --version "$3" --out "$sticks/forged" > /dev/null
    $sign sign "$sticks/key" "$payload" --version 0.0.0 --out "$sticks/older" > /dev/null
    package=$(ls "$sticks"/good/tcdesk/*.tcu)
    head -c 20000000 "$package" > "$sticks/cut/$(basename "$package")"
    { head -c 20000000 "$package"; printf XY; tail -c +20000003 "$package"; } \
        > "$sticks/spoilt/$(basename "$package")"
}
