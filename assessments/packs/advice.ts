import type { Enterprise } from '../schema/dossier.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import type { Guidance } from '../schema/pack.ts';

/**
 * How a mill does better, a paragraph each: what holds for every mill, then the examples of its own sub-sectors in the
 * order in which it ticked them. Only the first where it ticked none that is asked.
 */
export function adviceFor(
  { doBetter, examples }: Pick<Guidance, 'doBetter' | 'examples'>,
  { subSectors }: Pick<Enterprise, 'subSectors'>,
): LocalizedText[] {
  return [doBetter, ...subSectors.flatMap((sector) => examples[sector] ?? [])];
}
