import { z } from 'zod';
import { IsoDate } from './ids.ts';
import { LocalizedText } from './localized-text.ts';
import { PROVIDERS, SERVICES } from './measure.ts';
import { Mark } from './marks.ts';
import { schemaLine } from './schema-line.ts';
import { City, SubSector } from './vocabulary.ts';

/** What a title or an instrument asks of the mill; `check` is what this program can look up, null where only people can. */
export const Condition = z.strictObject({
  text: LocalizedText,
  check: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('pack-level'), pack: z.string(), level: z.number() }),
      z.strictObject({ kind: z.literal('pack-score'), pack: z.string(), score: z.number() }),
      z.strictObject({
        kind: z.literal('question'),
        question: z.string(),
        rung: z.number(),
        /** Where the rung says less than the condition, which holds for every machine of these kinds: what each must have. */
        every: z.strictObject({ machines: z.array(z.string()).min(1), feature: z.string() }).optional(),
      }),
      z.strictObject({ kind: z.literal('gate'), gate: z.string() }),
      z.strictObject({ kind: z.literal('kpi'), kpi: z.string(), points: z.number() }),
      z.strictObject({ kind: z.literal('readiness'), step: z.string() }),
      z.strictObject({ kind: z.literal('miit-level'), level: z.number() }),
      z.strictObject({ kind: z.literal('gbt-level'), level: z.number() }),
      z.strictObject({ kind: z.literal('fact-at-least'), fact: z.string(), value: z.number() }),
    ])
    .nullable(),
  mark: Mark,
});
export type Condition = z.infer<typeof Condition>;

const document = {
  issuer: LocalizedText,
  /** Such as 鲁工信服〔2025〕91号; null where it was not seen. */
  documentNo: z.string().nullable(),
  issuedOn: z.string().nullable(),
  /** Last day on which it holds; null where none is known. */
  validUntil: IsoDate.nullable(),
  checkedOn: IsoDate,
  mark: Mark,
  source: z.string(),
};

/** In the order in which a mill reads them: money first, rules last. */
export const POLICY_KINDS = ['funding', 'finance', 'recognition', 'service', 'talent', 'plan', 'rule'] as const;

/** An instrument of a public body: what it gives, to whom, and how long. */
export const Policy = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: LocalizedText,
  kind: z.enum(POLICY_KINDS),
  ...document,
  /** Where it applies; absent means the province or the country. */
  cities: z.array(City).min(1).optional(),
  subSectors: z.array(SubSector).min(1).optional(),
  /** First day on which it holds; absent where it holds from its issue. */
  validFrom: IsoDate.optional(),
  who: LocalizedText,
  gives: LocalizedText,
  /**
   * Money for the mill: a share of the project, percentage points off the yearly interest, years, and the most that one
   * mill gets in 10k yuan; each null where the source says none. The whole is null where no figure was seen.
   */
  amount: z
    .strictObject({
      share: z.number().min(0).max(1).nullable(),
      points: z.number().positive().nullable(),
      years: z.number().positive().nullable(),
      capWan: z.number().positive().nullable(),
    })
    .nullable(),
  /** What must hold to get it, the one that decides first; absent where `who` says it all. */
  conditions: z.array(Condition).min(1).optional(),
  /** Ids of the policies that one loan or project cannot take together with it; each of them names it too. */
  excludes: z.array(z.string()).min(1).optional(),
  /** What is new against the rule before it. */
  changed: LocalizedText.optional(),
  /** The notice of the current year was not seen, so nobody may count on it. */
  confirmNotice: z.boolean(),
  /** Measures of these service areas, of these kinds of provider, or with these ids may be helped. */
  helps: z.strictObject({
    services: z.array(z.enum(SERVICES)),
    providers: z.array(z.enum(PROVIDERS)).min(1).optional(),
    measures: z.array(z.string()),
  }),
});
export type Policy = z.infer<typeof Policy>;

/** A ladder of public titles, lowest step first. */
export const Recognition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: LocalizedText,
  subSectors: z.array(SubSector).min(1).optional(),
  wetOnly: z.boolean(),
  steps: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/),
      name: LocalizedText,
      ...document,
      conditions: z.array(Condition).min(1),
      confirmNotice: z.boolean(),
    }),
  ),
});
export type Recognition = z.infer<typeof Recognition>;

export const Platform = z.strictObject({
  id: z.string(),
  name: LocalizedText,
  what: LocalizedText,
  subSectors: z.array(SubSector).min(1).optional(),
  mark: Mark,
  source: z.string(),
});

/** A cluster or base that the province fosters; `county` absent where it is the whole city. */
export const Place = z.strictObject({
  id: z.string(),
  kind: z.enum(['cluster', 'base']),
  name: LocalizedText,
  where: z.array(z.strictObject({ city: City, county: z.string().optional() })).min(1),
  subSectors: z.array(SubSector).min(1).optional(),
  mark: Mark,
  source: z.string(),
});
export type Place = z.infer<typeof Place>;

/** Everything of seeds/policies. */
export const PolicyBook = z.strictObject({
  ...schemaLine,
  sources: z.record(
    z.string(),
    z.strictObject({ title: LocalizedText, documentNo: z.string().nullable(), mark: Mark }),
  ),
  policies: z.array(Policy),
  recognitions: z.array(Recognition),
  platforms: z.array(Platform),
  places: z.array(Place),
});
export type PolicyBook = z.infer<typeof PolicyBook>;
