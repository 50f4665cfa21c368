const LONGEST = 80;
/** Linux counts bytes, 255 at most; the rest is left for what a program puts behind a name. */
const MOST_BYTES = 200;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const EXTENSION = /\.[a-z0-9]{1,8}$/i;

/** A file name that Windows takes too, Chinese and extension kept: no signs it forbids, no device name, no dot at its ends. */
export function safeFileName(name: string): string {
  const allowed = name.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ').trimEnd();
  const extension = EXTENSION.exec(allowed)?.[0] ?? '';
  const stem = trimmed(shortened(trimmed(allowed.slice(0, allowed.length - extension.length))));
  if (stem === '') return `zhizhen${extension}`;
  return RESERVED.test(stem) ? `_${stem}${extension}` : stem + extension;
}

function trimmed(name: string): string {
  return name.replaceAll(/^[\s.]+|[\s.]+$/g, '');
}

function shortened(name: string): string {
  const letters = [...name].slice(0, LONGEST);
  const encoder = new TextEncoder();
  while (encoder.encode(letters.join('')).length > MOST_BYTES) letters.pop();
  return letters.join('');
}
