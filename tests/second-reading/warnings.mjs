import { EFFECTIVE, fromFacts } from './answers.mjs';
import { RENEWABLES, greenKpi, heatSoldAboveTotal } from './green-kpis.mjs';
import { percent, registerSums, quotient } from './mill.mjs';
import { exceeds, reaches } from './numbers.mjs';
import { CITIES, packData } from './pack-data.mjs';
import { implausibleFacts } from './plausibility.mjs';
import { RECYCLED, SOURCES, intakeOf, sourcesOf, waterKpi } from './water-kpis.mjs';

/** The warnings on a dossier, each with its code and the place that it speaks of. */
export function readWarnings(mill) {
  return [
    ...waterWarnings(mill),
    ...deductions(mill),
    ...ratiosAbove100(mill),
    ...contradiction(mill),
    ...ofTheEnterprise(mill),
    ...registerDifferences(mill),
    ...implausibleFacts(mill).map((fact) => warning('implausible', mill, fact)),
  ];
}

const warning = (code, { year }, fact) => ({ code, path: `facts.${year}.${fact}` });
const where = (holds, found) => (holds ? [found] : []);
/** What is wrong with a sum is said beside the first member that the mill gave. */
const firstGiven = (facts, members) => members.find((fact) => facts[fact] !== undefined) ?? members[0];

function waterWarnings(mill) {
  const { now, wet } = mill;
  const [intake, discharged] = [intakeOf(now), now['water.wastewater.discharged']];
  const rain = now['water.nonconventional.rain'] ?? 0;
  const ratio = quotient(discharged, intake);
  const [unit, reuse] = [waterKpi('K1', mill), waterKpi('K3', mill)];
  const toAnchor = unit === 'na' ? null : quotient(unit.value, unit.anchors?.[2]);
  const [level1, level2] = [now['water.metered.level1'], now['water.metered.level2-sum']];
  return [
    ...where(
      wet && toAnchor !== null && (!reaches(toAnchor, 0.2) || exceeds(toAnchor, 5)),
      warning('check-units', mill, firstGiven(now, SOURCES)),
    ),
    ...where(
      discharged !== undefined && intake !== null && exceeds(discharged, intake * 1.05 + rain),
      warning('discharge-above-intake', mill, 'water.wastewater.discharged'),
    ),
    ...where(
      wet && ratio !== null && (!reaches(ratio, 0.5) || exceeds(ratio, 0.98)),
      warning('discharge-ratio', mill, 'water.wastewater.discharged'),
    ),
    ...where(
      wet && reuse.value !== null && exceeds(reuse.value, 85),
      warning('reuse-suspicious', mill, firstGiven(now, RECYCLED)),
    ),
    ...where(
      level1 !== undefined && level2 !== undefined && exceeds(level2, level1),
      warning('meter-sum', mill, 'water.metered.level2-sum'),
    ),
  ];
}

function deductions(mill) {
  return [mill.now, mill.prior].flatMap((facts, ago) => {
    const at = { year: mill.year - ago };
    const sources = sourcesOf(facts);
    return [
      ...where(
        sources !== null && exceeds(facts['water.excluded'] ?? 0, sources),
        warning('deduction-above-total', at, 'water.excluded'),
      ),
      ...where(heatSoldAboveTotal(facts), warning('deduction-above-total', at, 'energy.heat-sold')),
    ];
  });
}

function ratiosAbove100(mill) {
  const ofQuestions = ['intelligent-manufacturing', 'cloud-adoption']
    .flatMap((id) => packData(id).questions)
    .filter(({ form }) => exceeds(fromFacts(form.facts, mill) ?? 0, 100))
    .map(({ form }) => form.facts.numerator);
  const { now } = mill;
  const others = {
    'water.recycled.condensate': waterKpi('K6', mill).value,
    [firstGiven(now, RENEWABLES)]: greenKpi('GK3', mill).value,
    'waste.used': greenKpi('GK8', mill).value,
    'finance.green-investment-3y': greenKpi('GK10', mill).value,
    'dyeing.batches-right-first-time': percent(now['dyeing.batches-right-first-time'], now['dyeing.batches']),
    'land.footprint': percent(now['land.footprint'], now['land.area']),
  };
  const ofKpis = Object.keys(others).filter((fact) => exceeds(others[fact] ?? 0, 100));
  return [...ofQuestions, ...ofKpis].map((fact) => warning('ratio-above-100', mill, fact));
}

function contradiction({ diagnosis }) {
  const { contradiction: rule } = packData('green-factory');
  const gate = EFFECTIVE(diagnosis.answers[rule.gate])?.gate;
  const option = EFFECTIVE(diagnosis.answers[rule.question])?.rung;
  const pinned = diagnosis.packs['green-factory'] !== undefined;
  return where(pinned && gate === 'yes' && option < rule.below, {
    code: 'gate-contradiction',
    path: `diagnoses.${diagnosis.id}.answers.${rule.gate}`,
  });
}

export const PROCESSES = {
  SPINNING: ['spinning'],
  WEAVING: ['weaving', 'water-jet-weaving'],
  KNITTING: ['knitting'],
  DYEING: ['woven-dyeing', 'knit-dyeing', 'yarn-dyeing', 'silk', 'wool', 'printing', 'denim-washing'],
  GARMENT: ['sewing'],
  HOME: ['home-textile', 'sewing'],
  FIBER: ['chemical-fibre', 'nonwoven'],
};

function ofTheEnterprise({ dossier, diagnosis, asOf }) {
  const { subSectors, processes, region } = dossier.enterprise;
  const city = CITIES.find(({ name }) => name === region?.city);
  const listed = city === undefined ? [] : [...city.counties, ...city.zones];
  return [
    ...where(region?.county !== undefined && !listed.includes(region.county), {
      code: 'unknown-county',
      path: 'enterprise.region.county',
    }),
    ...where(diagnosis.openedOn > asOf, { code: 'date-ahead', path: `diagnoses.${diagnosis.id}.openedOn` }),
    ...where(
      subSectors.some((subSector) => !PROCESSES[subSector].some((id) => processes.includes(id))),
      { code: 'process-missing', path: 'enterprise.processes' },
    ),
  ];
}

/** Equipment facts given themselves that lie more than 10 % of the larger from the register's sum. */
function registerDifferences(mill) {
  return Object.entries(registerSums(mill.given))
    .filter(([fact, total]) => {
      const given = mill.given[fact];
      return given !== undefined && exceeds(Math.abs(given - total), 0.1 * Math.max(given, total));
    })
    .map(([fact]) => warning('register-difference', mill, fact));
}
