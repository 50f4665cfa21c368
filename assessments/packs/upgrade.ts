import { misfitOf } from '../forms/misfit-of.ts';
import type { Answer, AnswerValue } from '../schema/answers.ts';
import { canonicalJson } from '../schema/canonical-json.ts';
import type { Diagnosis } from '../schema/dossier.ts';
import { PACK_IDS, type PackId } from '../schema/ids.ts';
import type { Pack, Question, Upgrade } from '../schema/pack.ts';
import type { PackLibrary, Pins } from './library.ts';

/** What becomes of a question from one version of its pack to another; its id may be renamed in both of the first kinds. */
export type QuestionMove =
  | { readonly kind: 'kept' | 'changed'; readonly before: Question; readonly after: Question }
  | { readonly kind: 'new'; readonly after: Question }
  | { readonly kind: 'gone'; readonly before: Question };

/** A pack that moves from the version of one round to that of another. */
export interface PackMove {
  readonly before: Pack;
  readonly after: Pack;
  /** In the order of the version after, what is gone last. */
  readonly questions: readonly QuestionMove[];
}

/** The packs that two rounds both pin, in different versions, in the order of the packs. */
export function movesBetween(before: Pins, after: Pins, library: PackLibrary): PackMove[] {
  const [from, to] = [library.pinnedBy(before), library.pinnedBy(after)];
  return PACK_IDS.filter((id) => from.pinned.includes(id) && to.pinned.includes(id)).flatMap((id) =>
    from.packs[id].version === to.packs[id].version ? [] : [packMove(from.packs[id], to.packs[id], library)],
  );
}

/**
 * A round as it begins, with the answers of the round before. An answer stands under the id that its question has now; one
 * that was given to another version of its question is flagged with the remark, without the values that the question does
 * not take. What is not asked any more stays in the round before.
 */
export function withAnswersOf(
  before: Diagnosis,
  begun: Diagnosis,
  library: PackLibrary,
  remark: (move: PackMove) => string,
): Diagnosis {
  const moves = new Map(movesBetween(before.packs, begun.packs, library).map((move) => [move.after.id, move]));
  const answers = Object.entries(before.answers).flatMap(([id, answer]): [string, Answer][] => {
    const move = moves.get(library.packOf(id) as PackId);
    if (move === undefined) return [[id, answer]];
    const question =
      move.questions.find((one) => one.kind !== 'new' && one.before.id === id) ??
      move.questions.find((one) => one.kind === 'new' && one.after.id === id);
    if (question === undefined || question.kind === 'gone') return [];
    const isKept = question.kind === 'kept';
    return [[question.after.id, isKept ? answer : toConfirm(answer, question.after, remark(move))]];
  });
  return { ...begun, answers: Object.fromEntries(answers) };
}

function packMove(before: Pack, after: Pack, library: PackLibrary): PackMove {
  const idNow = renaming(before, after, library);
  const earlier = new Map(before.questions.map((question) => [idNow(question.id), question]));
  const still = new Set<string>(after.questions.map(({ id }) => id));
  return {
    before,
    after,
    questions: [
      ...after.questions.map((question) => moveOf(earlier.get(question.id), question)),
      ...[...earlier].flatMap(([id, question]) => (still.has(id) ? [] : [{ kind: 'gone' as const, before: question }])),
    ],
  };
}

function moveOf(before: Question | undefined, after: Question): QuestionMove {
  if (before === undefined) return { kind: 'new', after };
  return { kind: asked(before) === asked(after) ? 'kept' : 'changed', before, after };
}

/** What an answer is given to: the words of the question and the form of its answer. */
function asked({ stem, options, form, naAllowed }: Question): string {
  return canonicalJson({ stem, options, form, naAllowed });
}

/** The id that a question has in a later version: the id maps of the versions in between, one after the other. */
function renaming(before: Pack, after: Pack, library: PackLibrary): (id: string) => string {
  const steps: Upgrade[] = [];
  for (let pack: Pack | undefined = after; pack !== undefined && pack.version !== before.version;) {
    if (pack.upgrade === undefined) return (id) => id;
    steps.unshift(pack.upgrade);
    pack = library.pack(pack.id, pack.upgrade.from);
  }
  return (id) => steps.reduce((now, { renamed }) => (Object.hasOwn(renamed, now) ? (renamed[now] ?? now) : now), id);
}

function toConfirm(answer: Answer, question: Question, remark: string): Answer {
  const { self, verified, flag, ...rest } = answer;
  const taken = (side: 'self' | 'verified', value: AnswerValue | undefined) =>
    value !== undefined && misfitOf(question, value) === null ? { [side]: value } : {};
  return {
    ...rest,
    ...taken('self', self),
    ...taken('verified', verified),
    flag: flag === undefined || flag === '' ? remark : `${flag}\n${remark}`,
  };
}
