import { polyphonic } from 'pinyin-pro';

const known = new Map<string, readonly string[]>();

/** The readings of a character without tones, ü as v and as u; none for what is no hanzi. */
export function readingsOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before !== undefined) return before;
  const readings = /\p{Script=Han}/u.test(character) ? spelt(character) : [];
  known.set(character, readings);
  return readings;
}

function spelt(character: string): string[] {
  const [readings = []] = polyphonic(character, { toneType: 'none', type: 'array', v: true });
  return [...new Set(readings.flatMap((reading) => [reading, reading.replace('v', 'u')]))];
}
