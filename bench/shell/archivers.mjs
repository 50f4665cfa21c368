/**
 * What other programs do with the same files: commands of a shell that put the folder `$IN` into the file `$OUT`, check
 * it, and take it out into `$TO`. `age` reads a passphrase from a terminal alone, so it has a key file and derives none.
 */
export const ARCHIVERS = {
  'zip -9': zip('-9'),
  'zip -0': zip('-0'),
  'age, key file': {
    needs: ['age', 'age-keygen'],
    make: 'tar -c -C "$IN" . | $PEAK age -r "$(age-keygen -y "$KEYS/age")" > "$OUT"',
    check: '$PEAK age -d -i "$KEYS/age" "$OUT" > /dev/null',
    take: '$PEAK age -d -i "$KEYS/age" "$OUT" | tar -x -C "$TO"',
  },
  'gpg AES256': gpg(''),
  'gpg AES256, no compression': gpg('--compress-algo none'),
};

function zip(level) {
  return {
    needs: ['zip', 'unzip'],
    make: `cd "$IN" && rm -f "$OUT" && $PEAK zip -q ${level} -r "$OUT" .`,
    check: '$PEAK unzip -tq "$OUT"',
    take: '$PEAK unzip -qo "$OUT" -d "$TO"',
  };
}

function gpg(options) {
  const unlock = `$PEAK gpg --batch --yes --pinentry-mode loopback --passphrase-file "$KEYS/passphrase" ${options}`;
  return {
    needs: ['gpg'],
    make: `tar -c -C "$IN" . | ${unlock} --symmetric --cipher-algo AES256 --s2k-mode 3 -o "$OUT"`,
    check: `${unlock} -q -d "$OUT" > /dev/null`,
    take: `${unlock} -q -d "$OUT" | tar -x -C "$TO"`,
  };
}
