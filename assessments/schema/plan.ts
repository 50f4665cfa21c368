import { z } from 'zod';
import { IsoDate, PackId } from './ids.ts';
import { Pain } from './measure.ts';
import { Figure } from './units.ts';

/** Months from the start to the end of each phase: 0–6, 6–18, 18–36. */
export const PHASE_ENDS = [6, 18, 36] as const;
export const LAST_MONTH = 36;
export const Phase = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Phase = z.infer<typeof Phase>;

/** Largest amount of money, 10k yuan, and number of people. */
export const MOST_WAN = 1e8;
export const MOST_PEOPLE = 1000;

const Wan = Figure.min(0).max(MOST_WAN);

/** How much a topic counts: 0 left out, 1 as the others, 2 twice. `level` is what the mill wants to reach; the next one if absent. */
export const TopicTarget = z.looseObject({
  weight: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  level: z.int().min(0).max(5).optional(),
});

/** What a plan is the best of: levels first, money first, or both. */
export const AIMS = ['level', 'money', 'balanced'] as const;
export const Aim = z.enum(AIMS);
export type Aim = z.infer<typeof Aim>;

/** Public money that the mill says it was granted: adds to the budget and leaves the cost. */
export const Grant = z.looseObject({ policy: z.string(), amountWan: Wan });
export type Grant = z.infer<typeof Grant>;

/** What the mill asks of its plan; all of it may be absent. */
export const PlanRequest = z.looseObject({
  /** 均衡 if absent. */
  aim: Aim.optional(),
  /** For the whole plan, 10k yuan; absent means money does not bind. */
  budgetWan: Wan.optional(),
  /** What may be spent up to the end of each phase, 10k yuan; null where the phase is not bound. */
  phaseBudgetsWan: z.tuple([Wan.nullable(), Wan.nullable(), Wan.nullable()]).optional(),
  /** Own people free for projects, as person-months per month. */
  people: Figure.positive().max(MOST_PEOPLE).optional(),
  topics: z.partialRecord(PackId, TopicTarget).optional(),
  /** A step of a recognition ladder that the mill aims at. */
  recognition: z.string().optional(),
  pains: z.array(Pain).optional(),
  must: z.array(z.string()).optional(),
  mustNot: z.array(z.string()).optional(),
  /** What the mill says is done already although no answer shows it. */
  inPlace: z.array(z.string()).optional(),
  granted: z.array(Grant).optional(),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

export const ITEM_STATES = ['planned', 'started', 'done', 'dropped'] as const;

/** An offer of a supplier for a whole measure, 10k yuan. */
export const Quote = z.looseObject({ supplier: z.string(), wan: Wan, on: IsoDate.optional() });
export type Quote = z.infer<typeof Quote>;

/** What a measure really cost and saves a year, 10k yuan. */
export const Measured = z.looseObject({ costWan: Wan.optional(), savedWan: Figure.optional() });

/** One measure of the enterprise's own plan, with what it made of it. */
export const PlanItem = z.looseObject({
  /** A measure of the catalogue, or `own-…`. */
  id: z.string().min(1),
  /** Stays in the plan when it is made again. */
  locked: z.boolean().optional(),
  /** The phase before which it does not start, where the mill put it there. */
  phase: Phase.optional(),
  quotes: z.array(Quote).optional(),
  owner: z.string().optional(),
  startOn: IsoDate.optional(),
  endOn: IsoDate.optional(),
  state: z.enum(ITEM_STATES).optional(),
  note: z.string().optional(),
  measured: Measured.optional(),
  /** What the mill says of a measure of its own; what is absent is unknown. Absent for those of the catalogue. */
  own: z
    .looseObject({
      name: z.string(),
      costWan: Wan.optional(),
      months: Figure.min(0).max(120).optional(),
      effort: Figure.min(0).max(MOST_PEOPLE).optional(),
      benefitWan: Figure.optional(),
    })
    .optional(),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** How sure a measure is: the share 0..1 of draws in which it is chosen again. */
export const Firmness = z.record(z.string(), z.number().min(0).max(1));
export type Firmness = z.infer<typeof Firmness>;

/** What an aim chose: ids of measures, and how far from the best that could be, in which step. */
const KeptChoice = z.looseObject({
  measures: z.array(z.string()),
  gap: z.number().min(0),
  gapIn: z.string().nullable(),
});
export type KeptChoice = z.infer<typeof KeptChoice>;

/** The plan as the dossier keeps it: what was asked and what was chosen. What it comes to is computed. */
export const StoredPlan = z.looseObject({
  madeOn: IsoDate,
  /** The diagnosis that it rests on. */
  diagnosis: z.string(),
  request: PlanRequest,
  items: z.array(PlanItem),
  /** How far from the best the choice could be when it was made; 0 where proved. Absent after a change by hand. */
  gap: z.number().min(0).optional(),
  /** The step of the comparison in which the gap is. */
  gapIn: z.string().optional(),
  /** What each aim chose when it was made, so that it need not be searched for again. Absent after a change by hand. */
  choices: z.looseObject({ level: KeptChoice, money: KeptChoice, balanced: KeptChoice }).optional(),
  /** SHA-256 of what the mill was when it was made (`planBasis`); `gap`, `choices` and `firm` hold for that mill alone. */
  basis: z.string().optional(),
  firm: Firmness.optional(),
});
export type StoredPlan = z.infer<typeof StoredPlan>;

/** The stored plan of a dossier; null where there is none or it has another form, which is then kept unread. */
export function storedPlan(plan: unknown): StoredPlan | null {
  const read = StoredPlan.safeParse(plan);
  return read.success ? read.data : null;
}

const Wans = z.strictObject({ low: z.number(), planned: z.number(), high: z.number() });
const BenefitWan = z.strictObject({ ...Wans.shape, cautious: z.number() }).nullable();
const PaybackYears = z
  .strictObject({
    low: z.number().nullable(),
    planned: z.number().nullable(),
    high: z.number().nullable(),
    cautious: z.number().nullable(),
  })
  .nullable();
/** Steps in which choices are compared, in their order (planning.md 4). */
export const STEPS = ['gates', 'conditions', 'pains', 'targets', 'money', 'points', 'balance'] as const;
export type Step = (typeof STEPS)[number];

const AlternativePlan = z.strictObject({
  costWan: Wans,
  benefitWan: BenefitWan,
  paybackYears: PaybackYears,
  proven: z.boolean(),
  gap: z.number(),
  gapIn: z.enum(STEPS).nullable(),
  gatesClosed: z.array(z.string()),
  targetsReached: z.array(PackId),
  measures: z.array(z.string()),
});

/** A measure that fits, with its own arithmetic, where there is no plan. */
const CandidateMeasure = z.strictObject({
  id: z.string(),
  units: z.number().nullable(),
  costWan: z.strictObject({ ...Wans.shape, origin: z.enum(['quote', 'case', 'estimate']) }),
  benefitWan: BenefitWan,
  saves: z.array(
    z.strictObject({
      fact: z.string(),
      quantity: z.number(),
      price: z.number().nullable(),
      priceOrigin: z.enum(['mill', 'reference']).nullable(),
    }),
  ),
  paybackYears: PaybackYears,
  lifts: z.array(z.string()),
  requires: z.array(z.string()),
});

/** The plan in a result (planning.md 7), or why there is none. */
export const ResultPlan = z.union([
  z.strictObject({
    refused: z.literal('too-little-known'),
    missing: z.array(z.string()),
    candidates: z.array(CandidateMeasure),
  }),
  z.strictObject({
    refused: z.literal('does-not-fit'),
    over: z.strictObject({
      costWan: z.number(),
      months: z.number(),
      excludes: z.array(z.tuple([z.string(), z.string()])),
    }),
  }),
  z.strictObject({
    aim: Aim,
    budgetWan: z.number().nullable(),
    proven: z.boolean(),
    gap: z.number(),
    gapIn: z.enum(STEPS).nullable(),
    limits: z.strictObject({ people: z.number(), parallel: z.int() }),
    targets: z.array(z.strictObject({ pack: PackId, level: z.int(), reached: z.boolean(), onlyUnknown: z.boolean() })),
    gatesClosed: z.array(z.string()),
    gatesOpen: z.array(z.string()),
    costWan: Wans,
    benefitWan: BenefitWan,
    paybackYears: PaybackYears,
    estimatedShare: z.number(),
    measures: z.array(
      CandidateMeasure.extend({
        phase: Phase,
        startMonth: z.int(),
        endMonth: z.int(),
        own: z.partialRecord(PackId, z.number()),
        firm: z.number().nullable(),
      }),
    ),
    verify: z.array(z.strictObject({ id: z.string(), who: z.string().nullable() })),
    support: z.array(z.strictObject({ policy: z.string(), amountWan: z.number().nullable(), granted: z.boolean() })),
    expected: z.partialRecord(PackId, z.strictObject({ score: z.number().nullable(), level: z.int().nullable() })),
    alternatives: z.strictObject({ level: AlternativePlan, money: AlternativePlan, balanced: AlternativePlan }),
  }),
]);
export type ResultPlan = z.infer<typeof ResultPlan>;
