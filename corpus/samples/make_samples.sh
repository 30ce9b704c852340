#!/bin/sh
# Makes the sample documents in this folder from corpus/sample_sources/.
#
#   corpus/samples/make_samples.sh [NAME...]      all of them, or those whose names begin with NAME
#
# Needs chromium, libreoffice-writer, poppler-utils and the fonts fonts-liberation and fonts-dejavu-core:
#   sudo apt-get install chromium libreoffice-writer poppler-utils fonts-liberation fonts-dejavu-core
# The PDFs are kept in the repository, so nobody needs this script to use them.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# print SOURCE.html RESULT.pdf: as a browser prints.
print() {
  chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/chromium" --no-pdf-header-footer \
    --print-to-pdf="$2" "file://$1" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

# word SOURCE.html RESULT.pdf: as a word processor exports. Straight from HTML the even pages would lose their heads and feet.
word() {
  convert_with_writer odt --infilter="HTML (StarWriter)" "$1"
  convert_with_writer pdf:writer_pdf_Export "$work/$(basename "$1" .html).odt"
  mv "$work/$(basename "$1" .html).pdf" "$2"
}

convert_with_writer() {
  format=$1
  shift
  soffice -env:UserInstallation="file://$work/office" --headless --convert-to "$format" --outdir "$work" "$@" \
    >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

# scan SOURCE.html RESULT.pdf: a picture of each page, a little askew, and no text.
scan() {
  print "$1" "$work/flat.pdf"
  pdftoppm -gray -r 120 -jpeg -jpegopt quality=45 "$work/flat.pdf" "$work/sheet"
  {
    echo '<!doctype html><title></title><style>@page { size: A4; margin: 0 } body { margin: 0 }'
    echo 'div { width: 210mm; height: 297mm; overflow: hidden; break-after: page; background: #f4f2ee }'
    echo 'div:last-child { break-after: auto } img { width: 210mm; mix-blend-mode: multiply }'
    echo 'div:nth-of-type(odd) img { transform: rotate(0.5deg) } div:nth-of-type(even) img { transform: rotate(-0.4deg) }'
    echo '</style>'
    for sheet in "$work"/sheet-*.jpg; do echo "<div><img src=\"$(basename "$sheet")\"></div>"; done
  } >"$work/scan.html"
  print "$work/scan.html" "$2"
}

for source in "$PWD"/../sample_sources/*.html; do
  name=$(basename "$source" .html)
  wanted=no
  [ $# -eq 0 ] && wanted=yes
  for given in "$@"; do case "$name" in "$given"*) wanted=yes ;; esac; done
  [ $wanted = yes ] || continue
  case "$name" in
    calderwick__*) word "$source" "$PWD/$name.pdf" ;;
    eldersea__*) scan "$source" "$PWD/$name.pdf" ;;
    *) print "$source" "$PWD/$name.pdf" ;;
  esac
  echo "$name.pdf"
done
