#!/bin/sh
# Draws the PNG sizes of the app icon from its two drawings; run it after changing one of them.
# Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for size in 16 22 24 32 48 64 128 256 512; do
    drawing=org.inkstone.Inkstone.svg
    if [ "$size" -le 24 ]; then
        drawing=org.inkstone.Inkstone-small.svg
    fi
    rsvg-convert --width "$size" --height "$size" --output "org.inkstone.Inkstone-$size.png" "$drawing"
done
