#!/bin/sh
# check-layers.sh SRC: fails when a room of SRC includes a room that
# SRC/LAYERS does not allow. Our own includes are written "room/file.h".
src=${1:?usage: check-layers.sh SRC}
find "$src" -name '*.[ch]' | sort | awk -v src="$src" '
BEGIN {
  while ((getline line < (src "/LAYERS")) > 0) {
    sub(/#.*/, "", line)
    n = split(line, word, /[ :\t]+/)
    if (n == 0 || word[1] == "") continue
    room[word[1]] = 1
    may[word[1], word[1]] = 1
    for (i = 2; i <= n; i++) if (word[i] != "") may[word[1], word[i]] = 1
  }
}
{
  file = $0
  mine = substr(file, length(src) + 2); sub(/\/.*/, "", mine)
  if (!(mine in room)) next
  seen++; number = 0
  while ((getline line < file) > 0) {
    number++
    if (line !~ /^[ \t]*#[ \t]*include/) continue
    what = line; sub(/^[^"<]*["<]/, "", what); sub(/[">].*/, "", what)
    top = what; sub(/\/.*/, "", top)
    if (top == "gtk" || what ~ /^adwaita/) top = "@gtk"
    if (top != "@gtk" && !(top in room)) continue
    if (!((mine, top) in may)) {
      printf "%s:%d: %s may not include %s\n", file, number, mine, what
      bad[file] = 1
    }
  }
  close(file)
}
END {
  for (f in bad) failed++
  printf "%d files keep to their layers, %d do not\n", seen - failed, failed
  exit failed > 0
}'
