const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes behind base64; what is no digit of it is passed over. */
export function bytesOfBase64(text: string): Uint8Array {
  const digits = [...text].map((character) => DIGITS.indexOf(character)).filter((digit) => digit >= 0);
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  for (let i = 0; i < bytes.length; i += 1) {
    const at = Math.floor((i * 4) / 3);
    const shift = (i % 3) * 2 + 2;
    bytes[i] = ((digits[at] ?? 0) << shift) | ((digits[at + 1] ?? 0) >> (6 - shift));
  }
  return bytes;
}
