import { CITIES, MACHINE_KINDS, packData } from './pack-data.mjs';
import { PROCESSES } from './warnings.mjs';

const PACKS = ['intelligent-manufacturing', 'cloud-adoption', 'water-efficiency', 'green-factory', 'sme-digital-level'];
const YEARS = [2023, 2024, 2025];

/** A dossier that the input takes, the same for the same seed: any mix of what mills may have filled in. */
export function randomDossier(seed) {
  const dice = diceOf(seed);
  const habits = randomHabits(dice);
  return {
    format: 'zhizhen-dossier',
    version: 1,
    id: `random-${String(seed).padStart(5, '0')}`,
    enterprise: randomEnterprise(dice),
    facts: Object.fromEntries(YEARS.filter(() => dice.chance(0.9)).map((year) => [year, randomFacts(dice, habits)])),
    diagnoses: randomDiagnoses(dice),
  };
}

/** Numbers that follow from a seed (mulberry32), and choices made with them. */
function diceOf(seed) {
  let state = seed * 2654435769;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const chance = (share) => next() < share;
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const one = (list) => list[Math.floor(next() * list.length)];
  const some = (list, share) => list.filter(() => chance(share));
  const between = (low, high) => low + next() * (high - low);
  return { chance, whole, one, some, between };
}

function randomEnterprise(dice) {
  const subSectors = dice.chance(0.04) ? [] : [...new Set([dice.one(SUB_SECTORS), ...dice.some(SUB_SECTORS, 0.12)])];
  const fitting = subSectors.flatMap((id) => dice.some(PROCESSES[id], 0.6));
  const processes = [...new Set([...fitting, ...dice.some(Object.values(PROCESSES).flat(), 0.03)])];
  return {
    name: '随机企业',
    subSectors,
    processes,
    ...maybe(dice, 0.5, 'mainSubSector', () => dice.one(subSectors.length > 0 ? subSectors : SUB_SECTORS)),
    ...maybe(dice, 0.25, 'processType', () => dice.one(['process', 'discrete'])),
    ...maybe(dice, 0.7, 'employees', () => dice.whole(5, 3000)),
    ...maybe(dice, 0.6, 'region', () => randomRegion(dice)),
  };
}

const SUB_SECTORS = Object.keys(PROCESSES);

function maybe(dice, share, key, valueOf) {
  return dice.chance(share) ? { [key]: valueOf() } : {};
}

function randomRegion(dice) {
  const city = dice.one(CITIES);
  const county = () => (dice.chance(0.7) ? dice.one(city.counties) : dice.one(['老城区', ...city.zones, '历下区']));
  return { city: city.name, ...maybe(dice, 0.8, 'county', county) };
}

/** Rounds before and after the date of the report, on one day too, of several years and pins. */
function randomDiagnoses(dice) {
  const dates = ['2025-03-01', '2026-02-10', '2026-02-10', '2026-06-30', '2026-07-01', '2027-01-15'];
  return Array.from({ length: dice.one([1, 1, 2, 3]) }, (_, i) => ({
    id: `round-${i}`,
    openedOn: dice.one(dates),
    year: dice.one([2024, 2025, 2025]),
    packs: randomPins(dice),
    answers: randomAnswers(dice),
  }));
}

function randomPins(dice) {
  const pins = dice.chance(0.6) ? PACKS.slice(0, 4) : dice.some(PACKS.slice(0, 4), 0.6);
  const sme = pins.includes(PACKS[0]) && dice.chance(0.3) ? [PACKS[4]] : [];
  return Object.fromEntries([...pins, ...sme].map((id) => [id, '1.0.0']));
}

/** Answers around one height, so that high levels come up too; some mills give the same answer everywhere. */
function randomAnswers(dice) {
  const mood = {
    height: dice.one([dice.between(0, 1.1), dice.between(0.6, 1.1)]),
    spread: dice.one([0, 0.1, 0.3, 1]),
    outliers: dice.one([0, 0, 0.1]),
    answered: dice.one([1, 1, 0.95, 0.8, 0.3, 0]),
    na: dice.one([0, 0.02, 0.1, 0.5]),
    verified: dice.one([0, 0.1, 0.5]),
    half: dice.one([0, 0.2]),
  };
  const questions = PACKS.flatMap((id) => packData(id).questions);
  return Object.fromEntries(
    questions
      .filter(() => dice.chance(mood.answered))
      .map((question) => [question.id, randomAnswer(dice, question, mood)]),
  );
}

function randomAnswer(dice, question, mood) {
  if (dice.chance(0.01)) return { note: '待补' };
  const value = () => randomValue(dice, question, mood);
  if (dice.chance(mood.verified))
    return dice.chance(0.8) ? { self: value(), verified: value() } : { verified: value() };
  return { self: value() };
}

function randomValue(dice, { form, naAllowed }, mood) {
  if (naAllowed && dice.chance(mood.na)) return { na: '不做此项' };
  if (mood.spread > 0 && dice.chance(0.05)) return { unknown: dice.one(['', '设备科']) };
  const around = dice.chance(mood.outliers) ? dice.between(0, 1) : mood.height;
  const height = Math.min(1, Math.max(0, around + dice.between(-mood.spread, mood.spread)));
  return VALUES[form.kind](dice, form, height, mood);
}

const VALUES = {
  ladder: (dice, _form, height, mood) => {
    const rung = Math.round(5 * height);
    return { rung: rung > 0 && dice.chance(mood.half) ? rung - 0.5 : rung };
  },
  numeric: (dice, { edges, maximum, whole }, height) => {
    if (dice.chance(0.3)) return { value: dice.one([0, ...edges, maximum]) };
    const value = height * (maximum > 14 ? edges[3] * 1.3 : maximum);
    return { value: whole ? Math.round(value) : Math.min(maximum, value) };
  },
  option: (_dice, _form, height) => ({ rung: Math.round(4 * height) }),
  gate: (dice, _form, height) => ({ gate: dice.chance(Math.sqrt(height)) ? 'yes' : dice.one(['partly', 'no', 'yes']) }),
  tally: (dice, { choices }, height) => ({ choices: dice.some(choices, height) }),
  multiple: (dice, { points }, height) => ({
    choices: dice.some(
      points.map((_, i) => String(i + 1)),
      height,
    ),
  }),
  single: (dice, { points, bands }, height) =>
    bands !== undefined && dice.chance(0.5)
      ? { value: dice.one([0, ...bands, 100, 80 * height]) }
      : { rung: Math.round((points.length - 1) * height) },
};

/** How large a mill is, how much of its facts it knows, how often it errs, and what it uses a product. */
function randomHabits(dice) {
  return {
    size: 10 ** dice.between(-1, 1),
    known: dice.one([1, 1, 0.97, 0.9, 0.6, 0.1]),
    odd: dice.one([0, 0, 0.02, 0.1]),
    usage: dice.one([0.3, 0.5, 0.7, 1, 1.5]),
    trend: dice.one([0, 0.04, 0.2]),
  };
}

/** Figures of a year: some missing, some 0, some in a wrong unit. */
function randomFacts(dice, habits) {
  const mill = { ...habits, usage: habits.usage * (1 + dice.between(-habits.trend, habits.trend)) };
  const amounts = Object.entries(USUAL).filter(() => dice.chance(mill.known));
  return {
    ...Object.fromEntries(amounts.map(([fact, usual]) => [fact, randomAmount(dice, mill, fact, usual)])),
    ...maybe(dice, 0.3, 'water.has-cooling', () => dice.chance(0.6)),
    ...maybe(dice, 0.3, 'water.has-steam', () => dice.chance(0.6)),
    ...maybe(dice, 0.2, 'water.destination', () => dice.one(['direct', 'park', 'town'])),
    ...maybe(dice, mill.known, 'output.products', () => randomProducts(dice, mill)),
    ...maybe(dice, 0.4, 'machines', () => randomMachines(dice)),
    ...maybe(dice, 0.4, 'machines.complete', () => dice.one([['all'], ['all'], ['stenter'], []])),
    ...maybe(dice, 0.1, 'systems', () => [{ kind: 'mes', cloud: dice.chance(0.5) }]),
  };
}

function randomAmount(dice, { size, odd, usage, trend }, fact, usual) {
  if (dice.chance(odd)) return dice.one([0, usual * 1000, usual / 1000, usual * 5]);
  const scaled = NOT_SCALED.test(fact) ? usual : usual * size;
  const used = USED.test(fact) ? usage : SPARED.test(fact) ? 1 / usage : 1;
  const amount = scaled * used * (1 + dice.between(-trend, trend) / 2);
  return COUNTED.test(fact) ? Math.round(amount) : amount;
}

const USED = /^water\.(intake|metered\.level1|cooling|wastewater)|^energy\.(?!renewable|heat)|^land\.area/;
const SPARED = /^water\.(recycled|nonconventional)|^energy\.renewable|fitted$|green-investment|waste\.used$/;
const NOT_SCALED = /^(price|delivery)\.|^water\.(price|wastewater-cost)|^people\.(cost|turnover)|meters\.level1/;
const COUNTED = /^(people\.(?!cost|turnover)|equipment\.|process\.|spinning\.|dyeing\.)|meters/;
const USUAL = {
  'water.intake.town': 200000,
  'water.intake.surface': 400000,
  'water.intake.ground': 50000,
  'water.intake.purchased': 20000,
  'water.excluded': 10000,
  'water.nonconventional.reclaimed': 40000,
  'water.nonconventional.rain': 2000,
  'water.nonconventional.desalinated': 1000,
  'water.recycled.cooling': 250000,
  'water.recycled.direct': 90000,
  'water.recycled.condensate': 60000,
  'water.recycled.treated': 170000,
  'water.cooling.makeup': 12000,
  'water.steam.used': 98000,
  'water.steam.condensate-returnable': 76000,
  'water.wastewater.generated': 560000,
  'water.wastewater.discharged': 500000,
  'water.meters.level1.required': 3,
  'water.meters.level1.fitted': 3,
  'water.meters.level2.required': 16,
  'water.meters.level2.fitted': 16,
  'water.meters.level3.required': 44,
  'water.meters.level3.fitted': 42,
  'water.metered.level1': 680000,
  'water.metered.level2-sum': 650000,
  'water.price': 4,
  'water.wastewater-cost': 7,
  'water.plan': 700000,
  'energy.electricity': 15000000,
  'energy.steam': 150000,
  'energy.gas': 2000000,
  'energy.coal': 300,
  'energy.diesel': 30,
  'energy.petrol': 10,
  'energy.heat-sold': 9000,
  'energy.renewable.pv': 860000,
  'energy.renewable.green-power': 900000,
  'energy.renewable.certificates': 100000,
  'price.electricity': 0.7,
  'materials.main': 9000,
  'waste.generated': 4000,
  'waste.used': 3600,
  'waste.used-from-stock': 100,
  'waste.hazardous': 30,
  'emissions.cod': 30,
  'land.area': 70000,
  'land.floor-area': 60000,
  'land.footprint': 40000,
  'finance.revenue': 46000,
  'finance.output-value': 48000,
  'finance.digital-spend-3y-mean': 300,
  'finance.green-investment-3y': 900,
  'finance.output-value-3y': 140000,
  'people.employees': 600,
  'people.direct-workers': 450,
  'people.turnover': 20,
  'equipment.production': 150,
  'equipment.digital': 100,
  'equipment.networked': 80,
  'equipment.main': 70,
  'equipment.on-cloud': 30,
  'process.key': 12,
  'process.key-nc': 9,
  'spinning.spindles': 50000,
  'spinning.direct-workers': 200,
  'dyeing.batches': 30000,
  'dyeing.batches-right-first-time': 27000,
};

function randomProducts(dice, { size, odd }) {
  const classes = ['woven', 'filament-light', 'yarn-knit', 'silk', 'worsted', 'woollen', 'other'];
  const only = dice.chance(0.5) ? [dice.one(classes)] : classes;
  return Array.from({ length: dice.one([0, 1, 1, 1, 2, 3]) }, () => randomProduct(dice, dice.one(only), size, odd));
}

function randomProduct(dice, cls, size, odd) {
  const unit = cls === 'yarn-knit' ? dice.one(['t', 't', 'kg', '100m']) : dice.one(['m', 'm', '100m', 't', 'kg']);
  const usual = { m: 40000000, '100m': 400000, t: 6000, kg: 6000000 }[unit];
  const light = cls === 'silk' ? 7 : ['worsted', 'woollen'].includes(cls) ? 30 : 12;
  return {
    class: cls,
    quantity: dice.chance(odd) ? 0 : usual * size * dice.between(0.5, 1.5),
    unit,
    ...maybe(dice, 0.8, 'widthCm', () => dice.between(90, 320)),
    ...maybe(dice, 0.8, 'massKgPer100m', () => light * dice.between(0.4, 2.2)),
    ...maybe(dice, 0.2, 'conversion', () => dice.one([null, 0, 1, dice.between(0.5, 2)])),
    ...maybe(dice, 0.3, 'reworkPercent', () => dice.between(0, 9)),
  };
}

function randomMachines(dice) {
  const kinds = [...MACHINE_KINDS.values()];
  return Array.from({ length: dice.one([0, 1, 3, 6]) }, () => {
    const { id, features } = dice.one(kinds);
    const count = dice.whole(0, 60);
    const part = () => dice.whole(0, count);
    return {
      kind: id,
      count,
      ...maybe(dice, 0.9, 'digital', part),
      ...maybe(dice, 0.9, 'networked', part),
      ...maybe(dice, 0.9, 'onCloud', part),
      ...maybe(dice, 0.4, 'since', () => dice.whole(1995, 2025)),
      ...maybe(dice, 0.4, 'with', () =>
        Object.fromEntries(dice.some(features, 0.5).map((feature) => [feature, part()])),
      ),
    };
  });
}
