import { MACHINE_KINDS, packData } from './pack-data.mjs';
import { exceeds, sum } from './numbers.mjs';

/** What every pack reads of a dossier: the diagnosis scored, the facts of its year and the year before, site and type. */
export function millOf(dossier, asOf) {
  const diagnosis = diagnosisScored(dossier.diagnoses, asOf);
  const { enterprise } = dossier;
  return {
    dossier,
    asOf,
    diagnosis,
    year: diagnosis.year,
    given: dossier.facts[diagnosis.year] ?? {},
    now: factsOf(dossier, diagnosis.year),
    prior: factsOf(dossier, diagnosis.year - 1),
    wet: isWet(enterprise),
    waterJet: enterprise.processes.includes('water-jet-weaving'),
    type: typeOf(enterprise),
  };
}

/** The latest one opened not after `asOf`, else the latest of all; among equals the later in the list. */
function diagnosisScored(diagnoses, asOf) {
  const inTime = diagnoses.filter(({ openedOn }) => openedOn <= asOf);
  const candidates = inTime.length > 0 ? inTime : diagnoses;
  return candidates.reduce((best, next) => (next.openedOn >= best.openedOn ? next : best));
}

function isWet({ subSectors, processes }) {
  const { wetProcesses, wetSubSectors } = packData('water-efficiency');
  return processes.some((id) => wetProcesses.includes(id)) || subSectors.some((id) => wetSubSectors.includes(id));
}

function typeOf({ processType, mainSubSector, subSectors }) {
  if (processType !== undefined) return processType;
  const { discreteSubSectors } = packData('intelligent-manufacturing');
  return discreteSubSectors.includes(mainSubSector ?? subSectors[0]) ? 'discrete' : 'process';
}

/** The facts given, and those that the register of machines stands in for. */
function factsOf(dossier, year) {
  const given = dossier.facts[year] ?? {};
  return { ...registerSums(given), ...given };
}

/** Equipment facts as sums over a complete register; a sum with an unknown member is left out. */
export function registerSums(facts) {
  const lines = facts.machines ?? [];
  const production = lines.filter(({ kind }) => MACHINE_KINDS.get(kind).production);
  if (!(facts['machines.complete'] ?? []).includes('all') || production.length === 0) return {};
  const main = lines.filter(({ kind }) => MACHINE_KINDS.get(kind).main);
  const sums = {
    'equipment.production': production.map(({ count }) => count),
    'equipment.digital': production.map(({ digital }) => digital),
    'equipment.networked': production.map(({ networked }) => networked),
    'equipment.on-cloud': production.map(({ onCloud }) => onCloud),
    'equipment.main': main.map(({ count }) => count),
  };
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, members]) => !members.includes(undefined))
      .map(([fact, members]) => [fact, sum(members)]),
  );
}

/** A sum that is known as soon as one member is; null where none is. */
export function sumOfKnown(facts, members) {
  const known = members.filter((fact) => facts[fact] !== undefined);
  return known.length === 0 ? null : sum(known.map((fact) => facts[fact]));
}

/** A total less what is deducted of it; null where the total is unknown or the deduction lies above it. */
export function lessDeduction(total, deduction) {
  return total === null || exceeds(deduction, total) ? null : total - deduction;
}

/** A quotient of two figures; null where one is unknown or the denominator is 0. */
export function quotient(numerator, denominator) {
  if (numerator == null || denominator == null || denominator === 0) return null;
  return numerator / denominator;
}

export function percent(numerator, denominator) {
  const ratio = quotient(numerator, denominator);
  return ratio === null ? null : 100 * ratio;
}

/** Decline in % of a quantity per output value against the year before; unknown where last year's is not above 0. */
export function declinePerOutput(mill, quantityOf) {
  const ratioOf = (facts) => quotient(quantityOf(facts), facts['finance.output-value']);
  const [now, prior] = [ratioOf(mill.now), ratioOf(mill.prior)];
  if (now === null || prior === null || prior <= 0) return null;
  return (100 * (prior - now)) / prior;
}
