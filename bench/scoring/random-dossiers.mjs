const YEAR = 2025;
const PINS = {
  'intelligent-manufacturing': '1.0.0',
  'cloud-adoption': '1.0.0',
  'water-efficiency': '1.0.0',
  'green-factory': '1.0.0',
};

/** An endless row of dossiers that cover what a dossier can hold; the same seed gives the same row. */
export function* randomDossiers(seed, product) {
  const random = randomFrom(seed);
  const questions = product.packList(product.shippedPacks).flatMap((pack) => pack.questions);
  for (let number = 1; ; number += 1) yield dossier(number, random, questions, product);
}

/** Mulberry32: numbers in [0, 1), with what is drawn from them. */
function randomFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (most) => Math.floor(next() * (most + 1));
  return {
    upTo,
    chance: (share) => next() < share,
    oneOf: (list) => list[upTo(list.length - 1)],
    someOf: (list) => list.filter(() => next() < 0.5),
  };
}

function dossier(number, random, questions, product) {
  const subSectors = random.someOf(product.SUB_SECTORS);
  return {
    format: 'zhizhen-dossier',
    version: 1,
    id: `random-mill-${number}`,
    enterprise: {
      name: `示例纺织厂${number}`,
      subSectors,
      processes: random.someOf(product.PROCESSES),
      ...(random.chance(0.2) && subSectors.length > 0 ? { mainSubSector: random.oneOf(subSectors) } : {}),
      ...(random.chance(0.2) ? { processType: random.oneOf(['process', 'discrete']) } : {}),
    },
    facts: { [YEAR]: facts(random, product), [YEAR - 1]: facts(random, product) },
    diagnoses: [{ id: 'd1', openedOn: '2026-03-02', year: YEAR, packs: PINS, answers: answers(random, questions) }],
  };
}

function facts(random, { FACT_MAXIMA, NUMERIC_FACT_IDS, PRODUCT_CLASSES }) {
  const product = () => ({
    class: random.oneOf(PRODUCT_CLASSES),
    quantity: random.upTo(50_000_000),
    unit: random.oneOf(['m', '100m', 't', 'kg']),
    ...(random.chance(0.5) ? { widthCm: 80 + random.upTo(240) } : {}),
    ...(random.chance(0.5) ? { massKgPer100m: 4 + random.upTo(56) } : {}),
  });
  return {
    ...Object.fromEntries(random.someOf(NUMERIC_FACT_IDS).map((id) => [id, random.upTo(FACT_MAXIMA[id] ?? 1_000_000)])),
    ...(random.chance(0.5) ? { 'output.products': Array.from({ length: random.upTo(4) }, product) } : {}),
    ...(random.chance(0.5) ? { 'water.has-cooling': random.chance(0.5) } : {}),
  };
}

/** Two in nine questions are left open, one has a verified value beside the mill's own. */
function answers(random, questions) {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const dice = random.upTo(8);
      if (dice < 2) return [];
      const self = answer(random, question);
      return [[question.id, dice === 2 ? { self, verified: answer(random, question) } : { self }]];
    }),
  );
}

function answer(random, question) {
  const dice = random.upTo(question.naAllowed ? 7 : 6);
  if (dice === 6) return { unknown: '' };
  if (dice === 7) return { na: 'not here' };
  return value(random, question);
}

function value(random, { form, options }) {
  switch (form.kind) {
    case 'ladder':
      return { rung: random.upTo(10) / 2 };
    case 'numeric':
      return { value: random.upTo(form.maximum) };
    case 'option':
    case 'single':
      return { rung: random.upTo(form.points.length - 1) };
    case 'gate':
      return { gate: random.oneOf(['yes', 'partly', 'no']) };
    case 'tally':
      return { choices: random.someOf(form.choices) };
    case 'multiple':
      return { choices: random.someOf(options.map((_, i) => String(i + 1))) };
  }
}
