import { library } from '#assessments/packs/registry.ts';
import { answerText } from '#assessments/reporting/answer-text.ts';
import { grouped } from '#assessments/reporting/shown-figure.ts';
import { memberText } from '#assessments/reporting/member-text.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { Conflict, Section } from '#assessments/exchange/compare.ts';
import type { AnswerValue } from '#assessments/schema/answers.ts';
import type { Dossier, TeamMember } from '#assessments/schema/dossier.ts';
import { FACT_UNITS, type NumericFactId, type ProductLine } from '#assessments/schema/facts.ts';
import type { MachineLine, SystemLine } from '#assessments/schema/machines.ts';
import type { Question } from '#assessments/schema/pack.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { pointer } from '#assessments/schema/problem.ts';
import type { Remark } from '#assessments/schema/remarks.ts';
import { PROCESSES, SUB_SECTORS } from '#assessments/schema/vocabulary.ts';
import type { WindowWords } from '../../i18n/use-words.ts';
import type { NamedPart } from './dossier-parts.ts';
import { kindName, machineText, systemText } from './machine-words.ts';
import { problemPlace } from './problem-place.ts';

/** A conflict for people: where it lies within its section, and what each side says. */
export interface ConflictWords {
  readonly place: string;
  /** The question asked; empty where the conflict lies in no answer. */
  readonly question: string;
  readonly mine: string;
  readonly theirs: string;
}

/** The two dossiers that differ. */
export interface Sides {
  readonly mine: Dossier;
  readonly theirs: Dossier;
}

/**
 * The conflict in the words of the user, each side's answer in those of the version that it pins; the parts of the dossier
 * are named without the days of its diagnoses.
 */
export function conflictWords(
  conflict: Conflict,
  section: Section,
  parts: NamedPart,
  words: WindowWords,
  sides: Sides,
): ConflictWords {
  const { path, mine, theirs } = conflict;
  const asked = (side: Dossier) => (section.kind === 'answers' ? questionIn(side, section.diagnosis, path) : undefined);
  const question = asked(sides.mine);
  return {
    place: placeOf(conflict, section, parts, words),
    question: words.pick(question?.stem),
    mine: valueText(path, mine, question, words),
    theirs: valueText(path, theirs, asked(sides.theirs), words),
  };
}

/** The question of an answer, as the round of that dossier asks it. */
function questionIn({ diagnoses }: Dossier, round: string, path: Conflict['path']): Question | undefined {
  const pins = diagnoses.find(({ id }) => id === round)?.packs ?? {};
  return library.questionsFor(pins)(String(path[3]));
}

/** The list in which a conflict lies: of lines of one kind, the path names the first. */
function listOf(path: Conflict['path'], value: unknown): string {
  const [before, last] = path.slice(-2);
  return String(Array.isArray(value) && typeof last === 'number' ? before : last);
}

/** The title of the group says already what lies outside; of a list it does not say which item. */
function placeOf({ path, mine }: Conflict, section: Section, parts: NamedPart, words: WindowWords): string {
  const isGroup = Array.isArray(mine) && typeof path.at(-1) === 'number';
  const { names, unnamed } = problemPlace(isGroup ? path.slice(0, -1) : path, parts);
  const within = section.kind === 'visits' || section.kind === 'evidence' || names.length < 2 ? names : names.slice(1);
  return [...within, ...(unnamed === null ? [] : [unnamed])].join(words.say('place-separator')) || pointer(path);
}

function valueText(path: Conflict['path'], value: unknown, question: Question | undefined, words: WindowWords): string {
  const { say, language } = words;
  const last = String(path.at(-1));
  if (question !== undefined && (last === 'self' || last === 'verified'))
    return answerText(question, value as AnswerValue, wordsIn(language));
  if (value === '') return say('value-empty');
  if (typeof value === 'boolean') return say(value ? 'answer-yes' : 'answer-no');
  if (typeof value === 'number') return figureText(value, last, words);
  if (typeof value === 'string') return termText(last, value, words);
  if (Array.isArray(value)) return listText(listOf(path, value), value, words);
  if (path.at(-2) === 'remarks') return (value as Remark).text;
  const plan = path[0] === 'plan' ? storedPlan(value) : null;
  return plan === null ? JSON.stringify(value) : say('value-plan', { day: plan.madeOn, count: plan.items.length });
}

/** A year is no quantity. */
function figureText(value: number, name: string, { language }: WindowWords): string {
  if (name === 'year') return String(value);
  const unit = Object.hasOwn(FACT_UNITS, name) ? wordsIn(language).unit(FACT_UNITS[name as NumericFactId]) : '';
  return `${grouped(value)} ${unit}`.trim();
}

function listText(name: string, items: readonly unknown[], words: WindowWords): string {
  if (items.length === 0) return words.say('value-empty');
  return items.map((item) => itemText(name, item, words)).join(words.say('list-separator'));
}

function itemText(name: string, item: unknown, words: WindowWords): string {
  switch (name) {
    case 'output.products':
      return productText(item as ProductLine, words);
    case 'machines':
      return machineText(item as MachineLine, words);
    case 'machines.complete':
      return kindName(item as string, words);
    case 'systems':
      return systemText(item as SystemLine, words);
    case 'team':
      return memberText(item as TeamMember, wordsIn(words.language));
    default:
      return termText(name, item, words);
  }
}

function productText({ class: kind, quantity, unit }: ProductLine, { say }: WindowWords): string {
  return `${say(`class-${kind}`)} ${grouped(quantity)} ${say(`unit-${unit}`)}`;
}

function termText(name: string, term: unknown, { language }: WindowWords): string {
  const { say } = wordsIn(language);
  const sector = SUB_SECTORS.find((candidate) => candidate === term);
  const process = PROCESSES.find((candidate) => candidate === term);
  if (sector !== undefined && /subSector/i.test(name)) return say(`sector-${sector}`);
  if (process !== undefined && name === 'processes') return say(`process-${process}`);
  return typeof term === 'string' ? term : JSON.stringify(term);
}
