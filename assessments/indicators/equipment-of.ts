import type { NumericFactId, YearFacts } from '../schema/facts.ts';
import { namesAllKinds, type MachineKinds, type MachineLine } from '../schema/machines.ts';
import { exceeds } from './comparison.ts';
import { plausibility } from './plausibility-bounds.ts';
import type { Implausibility } from './plausibility.ts';

/** Facts of a year with those that the machine register tells, and where it contradicts what was given. */
export interface FactsWithRegister {
  readonly facts: YearFacts;
  readonly differences: readonly Implausibility[];
}

type EquipmentFactId = NumericFactId & `equipment.${string}`;
type EquipmentFigures = Readonly<Record<EquipmentFactId, number | null>>;

/** The facts with the numbers of equipment that follow from the register; a figure that was given itself holds. */
export function factsWithRegister(facts: YearFacts, kinds: MachineKinds): FactsWithRegister {
  const counted = equipmentOf(facts, kinds);
  if (counted === null) return { facts, differences: [] };
  const known = Object.entries(counted).filter((entry): entry is [EquipmentFactId, number] => entry[1] !== null);
  return {
    facts: { ...facts, ...Object.fromEntries(known.filter(([fact]) => facts[fact] === undefined)) },
    differences: known
      .filter(([fact, figure]) => differs(facts[fact] ?? figure, figure))
      .map(([fact]) => ({ code: 'register-difference', fact })),
  };
}

/**
 * Numbers of machines as the register tells them: sums over its lines of production kinds, and over those of main kinds
 * for `equipment.main`. A sum is null where a line does not say its part. Null where the register does not name all
 * machines of the mill, or none that produces.
 */
export function equipmentOf(facts: YearFacts, kinds: MachineKinds): EquipmentFigures | null {
  const { machines: lines = [], 'machines.complete': complete } = facts;
  const producing = lines.filter(({ kind }) => kinds.get(kind)?.production === true);
  if (!namesAllKinds(complete ?? []) || producing.length === 0) return null;
  return {
    'equipment.production': sumOver(producing, ({ count }) => count),
    'equipment.digital': sumOver(producing, ({ digital }) => digital),
    'equipment.networked': sumOver(producing, ({ networked }) => networked),
    'equipment.on-cloud': sumOver(producing, ({ onCloud }) => onCloud),
    'equipment.main': sumOver(
      lines.filter(({ kind }) => kinds.get(kind)?.main === true),
      ({ count }) => count,
    ),
  };
}

function sumOver(lines: readonly MachineLine[], partOf: (line: MachineLine) => number | undefined): number | null {
  return lines.reduce<number | null>((sum, line) => {
    const part = partOf(line);
    return sum === null || part === undefined ? null : sum + part;
  }, 0);
}

function differs(given: number, counted: number): boolean {
  return exceeds(Math.abs(given - counted), plausibility.registerShare.value * Math.max(given, counted));
}
