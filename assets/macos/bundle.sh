#!/bin/sh
# Assembles target/release/dossier into target/release/Dossier.app.
#
# Untried: written without a Mac at hand. Run `cargo build --release --features pdf` first, then
#
#     assets/macos/bundle.sh [path of the binary [folder for Dossier.app]]
#
# The bundle is signed ad hoc where codesign exists; handing it to others needs a developer
# certificate and notarisation, which this script does not do.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
binary=${1:-"$root/target/release/dossier"}
app=${2:-"$root/target/release"}/Dossier.app

if [ ! -f "$binary" ]; then
    echo "bundle.sh: $binary is missing: run cargo build --release --features pdf first" >&2
    exit 1
fi

version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$root/Cargo.toml" | head -n 1)
if [ -z "$version" ]; then
    echo "bundle.sh: no version in $root/Cargo.toml" >&2
    exit 1
fi

rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources/licenses" "$app/Contents/Resources/dossiers"

install -m 755 "$binary" "$app/Contents/MacOS/dossier"
# 0.1.0 is the placeholder in Info.plist; the version of Cargo.toml takes its place.
sed "s|<string>0\.1\.0</string>|<string>$version</string>|" "$root/assets/macos/Info.plist" \
    >"$app/Contents/Info.plist"
printf 'APPL????' >"$app/Contents/PkgInfo"
install -m 644 "$root/assets/icon/dossier.icns" "$root/assets/icon/dossier-document.icns" \
    "$app/Contents/Resources/"
cp -R "$root/dossiers/." "$app/Contents/Resources/dossiers/"
install -m 644 "$root"/assets/fonts/*-LICENSE.txt "$app/Contents/Resources/licenses/"
for licence in "$root"/LICENSE*; do
    if [ -f "$licence" ]; then
        install -m 644 "$licence" "$app/Contents/Resources/licenses/"
    fi
done

if command -v plutil >/dev/null 2>&1; then
    plutil -lint "$app/Contents/Info.plist"
fi
if command -v codesign >/dev/null 2>&1; then
    codesign --force --sign - "$app"
fi

echo "$app"
