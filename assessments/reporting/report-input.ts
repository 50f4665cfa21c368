import type { Candidate } from '../planning/candidates.ts';
import type { Catalogue } from '../planning/catalogue.ts';
import type { ImprovementPlan, PlanOutcome } from '../planning/plan-of.ts';
import type { PackId } from '../schema/ids.ts';
import { factSheet, type FactText } from '../schema/fact-sheet.ts';
import type { Language } from '../schema/localized-text.ts';
import type { Guidance, Kpi, Pack, Question } from '../schema/pack.ts';
import type { PolicyBook } from '../schema/policy.ts';
import { REMARKED_CHAPTERS } from '../schema/remarks.ts';
import type { PackResult, Result } from '../schema/result.ts';
import type { ScoredMill } from '../scoring/scored-mill.ts';
import type { Picture } from './report-document.ts';
import { wordsIn, type Words } from './words.ts';

/** Chapters 1 to 9 of the report. */
export const BODY_CHAPTERS = [...REMARKED_CHAPTERS, 'conclusion'] as const;
/** What goes into the annexes. */
export const ANNEX_CHAPTERS = [
  'measures',
  'answers',
  'facts',
  'gates',
  'readiness',
  'sheets',
  'norms',
  'unknowns',
  'policies',
  'method',
  'photos',
] as const;
export const REPORT_CHAPTERS = [...BODY_CHAPTERS, ...ANNEX_CHAPTERS] as const;
export type BodyChapter = (typeof BODY_CHAPTERS)[number];
export type AnnexChapter = (typeof ANNEX_CHAPTERS)[number];
export type ReportChapter = (typeof REPORT_CHAPTERS)[number];

/** What the user chose for this report; left out: every chapter, and nobody named. */
export interface ReportChoices {
  readonly chapters: readonly ReportChapter[];
  /** The specialist who made the report, on the cover; empty for none. */
  readonly preparedBy: string;
  /** Of the enterprise or the specialist's organisation, on the cover. */
  readonly logo?: Picture;
  /** Pictures of the evidence by SHA-256 (64 hexadecimal digits), scaled down; left out: no chapter of photos. */
  readonly photos?: Readonly<Record<string, Picture>>;
}

/** What a report is made from; all of it plain data. */
export interface ReportInput {
  readonly scored: ScoredMill;
  readonly result: Result;
  readonly guidance: Readonly<Record<string, Guidance>>;
  readonly language: Language;
  readonly choices?: ReportChoices;
  /** The plan with what it is made from; null or absent where there is none. */
  readonly plan?: PlanInput | null;
  /** Why a plan that was asked for could not be made; null or absent where it was made or none was asked for. */
  readonly refused?: RefusedPlan | null;
  /** 初步措施 where there is no plan and none was refused; absent elsewhere. */
  readonly preliminary?: readonly Candidate[];
  /** What plans, titles and policies are read from; absent where a document needs none of them. */
  readonly references?: { readonly catalogue: Catalogue; readonly policies: PolicyBook };
}

/** A plan that was refused, with the catalogue that its measures are in. */
export interface RefusedPlan {
  readonly outcome: Exclude<PlanOutcome, { kind: 'plan' }>;
  readonly catalogue: Catalogue;
}

/** A plan as the report tells it. */
export interface PlanInput {
  readonly plan: ImprovementPlan;
  readonly catalogue: Catalogue;
  readonly policies: PolicyBook;
  /** How sure each measure is, by id, 0..1; empty where that was not computed for this mill as it is. */
  readonly firm: Readonly<Record<string, number>>;
}

/** A scored topic of the report: its pack and what it came to. */
export interface Topic {
  readonly id: PackId;
  readonly pack: Pack;
  readonly result: PackResult;
  readonly name: string;
}

/** The scored mill with the report's input and what every chapter looks up. */
export interface Mill extends ScoredMill, ReportInput {
  readonly words: Words;
  readonly name: string;
  /** Pinned packs that were scored, in the order of the shipped packs. */
  readonly topics: readonly Topic[];
  readonly question: (id: string) => Question | undefined;
  readonly kpi: (id: string) => Kpi | undefined;
  /** Name, group and holder of a fact; undefined for an id that is none. */
  readonly fact: (id: string) => FactText | undefined;
}

export function millOf(input: ReportInput): Mill {
  const { scored, result } = input;
  const { dossier, packs, pinned, questions, water, green } = scored;
  const words = wordsIn(input.language);
  const kpis = new Map([...water.kpis, ...green.kpis].map((kpi) => [kpi.id as string, kpi]));
  return {
    ...input,
    ...scored,
    words,
    name: dossier.enterprise.name,
    topics: pinned.flatMap((id) => {
      const found = result.packs[id];
      return found === undefined ? [] : [{ id, pack: packs[id], result: found, name: words.pick(packs[id].name) }];
    }),
    question: (id) => questions.get(id),
    kpi: (id) => kpis.get(id),
    fact: (id) => (Object.hasOwn(factSheet, id) ? factSheet[id as keyof typeof factSheet] : undefined),
  };
}
