import type { WindowWords } from './use-words.ts';

const KB = 1024;
const LARGE = [
  ['gigabytes', KB ** 3],
  ['megabytes', KB ** 2],
] as const;

/** A size in bytes in the largest unit that fits in it; counted by 1024, as the Explorer of Windows shows it. */
export function sizeText(bytes: number, say: WindowWords['say']): string {
  for (const [unit, size] of LARGE) if (bytes >= size) return say(unit, { size: (bytes / size).toFixed(1) });
  return say('kilobytes', { size: Math.ceil(bytes / KB) });
}
