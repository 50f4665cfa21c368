import { z } from 'zod';
import { IsoDate, PackId } from './ids.ts';
import { Pain } from './measure.ts';
import { Figure } from './units.ts';

/** Months from the start to the end of each phase: 0–6, 6–18, 18–36. */
export const PHASE_ENDS = [6, 18, 36] as const;
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

/** What the mill asks of its plan; all of it may be absent. */
export const PlanRequest = z.looseObject({
  /** For the whole plan, 10k yuan; absent means money does not bind. */
  budgetWan: Wan.optional(),
  /** What may be spent up to the end of each phase, 10k yuan; null where the phase is not bound. */
  phaseBudgetsWan: z.tuple([Wan.nullable(), Wan.nullable(), Wan.nullable()]).optional(),
  /** Own people free for projects, as person-months per month. */
  people: Figure.min(0).max(MOST_PEOPLE).optional(),
  topics: z.partialRecord(PackId, TopicTarget).optional(),
  /** A step of a recognition ladder that the mill aims at. */
  recognition: z.string().optional(),
  pains: z.array(Pain).optional(),
  must: z.array(z.string()).optional(),
  mustNot: z.array(z.string()).optional(),
  /** What the mill says is done already although no answer shows it. */
  inPlace: z.array(z.string()).optional(),
});
export type PlanRequest = z.infer<typeof PlanRequest>;

export const ITEM_STATES = ['planned', 'started', 'done', 'dropped'] as const;

/** One measure of the enterprise's own plan, with what it made of it. */
export const PlanItem = z.looseObject({
  /** A measure of the catalogue, or `own-…`. */
  id: z.string().min(1),
  phase: Phase,
  /** Stays as it is when the plan is made again. */
  locked: z.boolean().optional(),
  /** The mill's own figure in place of the catalogue's. */
  costWan: Wan.optional(),
  owner: z.string().optional(),
  startOn: IsoDate.optional(),
  endOn: IsoDate.optional(),
  state: z.enum(ITEM_STATES).optional(),
  note: z.string().optional(),
  /** Name of a measure of the enterprise's own; absent for those of the catalogue. */
  name: z.string().optional(),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** The plan as the dossier keeps it: what was asked and what was chosen. What it comes to is computed. */
export const StoredPlan = z.looseObject({
  madeOn: IsoDate,
  /** The diagnosis that it rests on. */
  diagnosis: z.string(),
  request: PlanRequest,
  items: z.array(PlanItem),
  /** How far from the optimum the choice could be when it was made, as a share of it; 0 where proved. Absent after a change by hand. */
  gap: z.number().min(0).optional(),
  /** SHA-256 of what the mill was when it was made (`planBasis`); `gap` holds for that mill alone. */
  basis: z.string().optional(),
});
export type StoredPlan = z.infer<typeof StoredPlan>;

/** The stored plan of a dossier; null where there is none or it has another form, which is then kept unread. */
export function storedPlan(plan: unknown): StoredPlan | null {
  const read = StoredPlan.safeParse(plan);
  return read.success ? read.data : null;
}

const CostWan = z.strictObject({ low: z.number(), planned: z.number(), high: z.number() });

/** The plan in a result: chosen measures, their money, and the scores expected after them. */
export const ResultPlan = z.strictObject({
  budgetWan: z.number().nullable(),
  proven: z.boolean(),
  /** How far the objective may be from the optimum, as a share of it. */
  gap: z.number(),
  measures: z.array(
    z.strictObject({
      id: z.string(),
      phase: Phase,
      costWan: CostWan,
      lifts: z.array(z.string()),
      requires: z.array(z.string()),
    }),
  ),
  expected: z.partialRecord(PackId, z.strictObject({ score: z.number().nullable(), level: z.int().nullable() })),
});
export type ResultPlan = z.infer<typeof ResultPlan>;
