import type { Words } from '#assessments/reporting/words.ts';
import { DESTINATIONS, FACT_UNITS, NUMERIC_FACT_IDS, type NumericFactId } from '#assessments/schema/facts.ts';
import type { Enterprise } from '#assessments/schema/dossier.ts';
import { unitsFor, type TypedUnit } from '../../enterprise/fact-units.ts';
import type { CellFact, CellFactId } from '../change.ts';

/** What only one sub-sector has. */
const OF_SUB_SECTOR = { 'spinning.': 'SPINNING', 'dyeing.': 'DYEING' } as const;
const AFTER_WATER = 'water.plan' satisfies NumericFactId;
const CHOSEN = ['water.destination', 'water.has-cooling', 'water.has-steam'] as const;
type ChosenFactId = (typeof CHOSEN)[number];

/** The facts that a mill of these sub-sectors is asked for, in the order of the sheet. */
export function templateFacts({ subSectors }: Pick<Enterprise, 'subSectors'>): CellFactId[] {
  return NUMERIC_FACT_IDS.filter((id) =>
    Object.entries(OF_SUB_SECTOR).every(([start, only]) => !id.startsWith(start) || subSectors.includes(only)),
  ).flatMap((id) => (id === AFTER_WATER ? [id, ...CHOSEN] : [id]));
}

export function isNumeric(id: CellFactId): id is NumericFactId {
  return Object.hasOwn(FACT_UNITS, id);
}

/** What a fact that is no figure may be, in words. */
export function choicesOf(
  id: ChosenFactId,
  { say }: Words,
): readonly { readonly value: CellFact; readonly text: string }[] {
  if (id === 'water.destination') return DESTINATIONS.map((value) => ({ value, text: say(`destination-${value}`) }));
  return [
    { value: true, text: say('yes') },
    { value: false, text: say('no') },
  ];
}

/** The units that a figure of a template may be given in, by their names; that in which it is stored first. */
export function templateUnits(id: NumericFactId, { unit }: Words): (TypedUnit & { readonly name: string })[] {
  return unitsFor(FACT_UNITS[id]).map((typed) => ({ ...typed, name: unit(typed.unit) }));
}
