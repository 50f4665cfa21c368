import { factsWithRegister } from '../indicators/equipment-of.ts';
import type { Implausibility } from '../indicators/plausibility.ts';
import type { Reading } from '../indicators/readings.ts';
import { factPair, siteOf, type FactPair, type Site } from '../indicators/site.ts';
import { standardOutput, type StandardOutput } from '../indicators/standard-output.ts';
import { readKpis } from '../kpis/kpis.ts';
import type { PackLibrary, PinnedPacks } from '../packs/library.ts';
import { packByMethod } from '../packs/pack-by-method.ts';
import type { Diagnosis, Dossier } from '../schema/dossier.ts';
import type { KpiId } from '../schema/ids.ts';
import type { MachineKinds } from '../schema/machines.ts';
import type { GreenPack, Question, WaterPack } from '../schema/pack.ts';
import { applies } from './applicability.ts';

/** What scoring takes from outside: the domain has no clock and no reference data of its own. */
export interface ScoringContext {
  /** Every released version of the packs; a diagnosis is scored with those that it pins. */
  readonly library: PackLibrary;
  /** Kinds of machines that a register may name. */
  readonly machines: MachineKinds;
  /** Known divisions as `city/county`. */
  readonly counties: readonly string[];
  /** The day of the scoring, YYYY-MM-DD. */
  readonly asOf: string;
}

/** A mill as its facts show it, before any answer is scored. */
export interface ReadMill extends PinnedPacks {
  readonly dossier: Dossier;
  readonly diagnosis: Diagnosis;
  readonly water: WaterPack;
  readonly green: GreenPack;
  readonly site: Site;
  /** Whether a question applies to the mill. */
  readonly isAsked: (question: Question) => boolean;
  /** Facts of the diagnosis year and of the year before, each with what its register of machines tells. */
  readonly facts: FactPair;
  /** Figures of equipment that the register contradicts. */
  readonly registerDifferences: readonly Implausibility[];
  readonly output: StandardOutput;
  /** Every KPI that is read from facts, whether the score uses it or not. */
  readonly readings: ReadonlyMap<KpiId, Reading>;
}

/** Site, facts and KPIs of a mill. */
export function readMill(
  dossier: Dossier,
  diagnosis: Diagnosis,
  { library, machines }: Pick<ScoringContext, 'library' | 'machines'>,
): ReadMill {
  const pinned = library.pinnedBy(diagnosis.packs);
  const water = packByMethod(pinned.packs, 'water');
  const green = packByMethod(pinned.packs, 'green');
  const site = siteOf(dossier.enterprise, water);
  const given = factPair(dossier.facts, diagnosis.year);
  const { facts: now, differences: registerDifferences } = factsWithRegister(given.now, machines);
  const facts = { now, prior: factsWithRegister(given.prior, machines).facts };
  const output = standardOutput(facts.now['output.products'], water.standardOutput);
  const isAsked = (question: Question) => applies(question.applies, dossier.enterprise, site);
  const read = { ...pinned, dossier, diagnosis, water, green, site, isAsked, facts, registerDifferences, output };
  return { ...read, readings: readKpis(read) };
}
