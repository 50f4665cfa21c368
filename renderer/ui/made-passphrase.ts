/** Digits and letters that nobody takes for another one: no 0, 1, i, l and o. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 4;
const SIGNS_IN_GROUP = 4;

/** Bits of chance in a made passphrase, rounded down. */
export const MADE_BITS = Math.floor(GROUPS * SIGNS_IN_GROUP * Math.log2(SIGNS.length));

/** A passphrase by chance, to be read out and written down: four groups of four signs. */
export function madePassphrase(
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string {
  const group = () => Array.from({ length: SIGNS_IN_GROUP }, () => SIGNS[numberBelow(SIGNS.length, random)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Each number as likely as any other: a byte beyond the last whole round is thrown again. */
function numberBelow(end: number, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): number {
  for (;;) {
    const [byte = 255] = random(new Uint8Array(1));
    if (byte < 256 - (256 % end)) return byte % end;
  }
}
