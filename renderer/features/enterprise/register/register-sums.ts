import { equipmentOf } from '#assessments/indicators/equipment-of.ts';
import type { NumericFactId, YearFacts } from '#assessments/schema/facts.ts';
import { ALL_KINDS, type MachineKinds, type MachineLine } from '#assessments/schema/machines.ts';

/** What the register comes to for one number of equipment. */
export interface RegisterSum {
  readonly fact: NumericFactId;
  /** Null where a line does not say its part. */
  readonly sum: number | null;
  /** How many of the lines that it is the sum of do not say their part. */
  readonly silent: number;
}

const PART_OF: Readonly<Record<string, 'digital' | 'networked' | 'onCloud'>> = {
  'equipment.digital': 'digital',
  'equipment.networked': 'networked',
  'equipment.on-cloud': 'onCloud',
};

/** The numbers of equipment as the lines so far tell them, whether or not they are all; none where no machine produces. */
export function registerSums(machines: readonly MachineLine[], kinds: MachineKinds): RegisterSum[] {
  const asIfComplete: YearFacts = { machines: [...machines], 'machines.complete': [ALL_KINDS] };
  const producing = machines.filter(({ kind }) => kinds.get(kind)?.production === true);
  return Object.entries(equipmentOf(asIfComplete, kinds) ?? {}).map(([fact, sum]) => {
    const part = PART_OF[fact];
    const silent = part === undefined ? 0 : producing.filter((line) => line[part] === undefined).length;
    return { fact: fact as NumericFactId, sum, silent };
  });
}
