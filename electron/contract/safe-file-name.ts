const LONGEST = 80;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file name that Windows takes too, Chinese kept: no signs it forbids, no device name, no dot or space at the end. */
export function safeFileName(name: string): string {
  const kept = [...name.replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ')]
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '');
  if (kept === '') return 'zhizhen';
  return RESERVED.test(kept) ? `_${kept}` : kept;
}
