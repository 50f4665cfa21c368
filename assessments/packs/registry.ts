import type { PackId } from '../schema/ids.ts';
import type { GreenPack, LadderPack, Pack, Question, SmePack, WaterPack } from '../schema/pack.ts';
import type { KnownQuestions } from '../schema/read-dossier.ts';
import { cloudAdoption } from './cloud-adoption/1.0.0/index.ts';
import { greenFactory } from './green-factory/1.0.0/index.ts';
import { intelligentManufacturing } from './intelligent-manufacturing/1.0.0/index.ts';
import { smeDigitalLevel } from './sme-digital-level/1.0.0/index.ts';
import { waterEfficiency } from './water-efficiency/1.0.0/index.ts';

/** One pack of each topic; what a diagnosis is scored with. */
export interface PackSet {
  readonly 'intelligent-manufacturing': LadderPack;
  readonly 'cloud-adoption': LadderPack;
  readonly 'water-efficiency': WaterPack;
  readonly 'green-factory': GreenPack;
  readonly 'sme-digital-level': SmePack;
}

/** The packs shipped with this version. A released version is never edited; a new one gets a new folder. */
export const shippedPacks: PackSet = {
  'intelligent-manufacturing': intelligentManufacturing,
  'cloud-adoption': cloudAdoption,
  'water-efficiency': waterEfficiency,
  'green-factory': greenFactory,
  'sme-digital-level': smeDigitalLevel,
};

/** The packs of a set in their order. */
export function packList(packs: PackSet): readonly Pack[] {
  return Object.values(packs) as Pack[];
}

/** Every question of a pack set by id; ids are unique across packs. */
export function questionsById(packs: PackSet): ReadonlyMap<string, Question> {
  const all = packList(packs).flatMap((pack) => pack.questions);
  return new Map(all.map((question) => [question.id as string, question]));
}

/** Every question of the shipped packs by id. */
export const shippedQuestions = questionsById(shippedPacks);

const packsByQuestion = new Map(
  packList(shippedPacks).flatMap(({ id, questions }) => questions.map((question) => [question.id as string, id])),
);

/** The shipped pack that a question belongs to; undefined for an id that none has. */
export function packOfQuestion(question: string): PackId | undefined {
  return packsByQuestion.get(question);
}

/** What a dossier may name: the shipped questions and pack versions. */
export const knownToPacks: KnownQuestions = {
  questions: shippedQuestions,
  versions: Object.fromEntries(packList(shippedPacks).map((pack) => [pack.id, [pack.version]])),
};
