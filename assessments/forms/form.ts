import type { AnswerValue, MisfitCode } from '../schema/answers.ts';
import type { LocalizedText } from '../schema/localized-text.ts';
import type { Lift } from '../schema/measure.ts';
import type { FormOf, QuestionForm } from '../schema/pack.ts';
import type { KnownFigure } from './known-figure.ts';
import texts from './texts.json' with { type: 'json' };

export type FormKind = QuestionForm['kind'];

/** What a form looks at in a question: its own data and the texts of its options. */
export interface FormQuestion<out K extends FormKind> {
  readonly form: FormOf<K>;
  readonly options: readonly LocalizedText[];
}

/** Where a mill stands on a question: rung, option, 1 for a gate met, or the ticks and the option they come to. */
export interface Standing {
  readonly rung: number;
  readonly ticks: ReadonlySet<string>;
}

/** One thing to choose; `value` is what a control, the keyboard and SurveyJS hold for it. */
export interface Choice {
  readonly value: string | number;
  readonly text: LocalizedText;
}

/** The control of SurveyJS that asks the form; `radiogroup` and `checkbox` take the choices. */
export type SurveyControl =
  | { readonly type: 'radiogroup' | 'checkbox' }
  | {
      readonly type: 'text';
      readonly inputType: 'number';
      readonly min: number;
      readonly max: number;
      readonly step?: number;
    };

/** The words that answers are put into. */
export interface FormWords {
  readonly say: (id: keyof typeof texts, values?: Readonly<Record<string, string | number>>) => string;
  readonly pick: (localized: LocalizedText | undefined) => string;
  readonly list: (items: readonly string[]) => string;
  readonly unit: (unit: string) => string;
  readonly figure: (value: number) => string;
}

/** All that is known of a form of question; docs/method.md says how each is scored. */
export interface Form<K extends FormKind> {
  /** Why a value that is neither "does not apply" nor "to be found out" answers no question of this form; null where it does. */
  readonly misfit: (question: FormQuestion<K>, value: AnswerValue) => MisfitCode | null;
  /** Where an answer or what is known besides puts a mill; null where neither says anything. */
  readonly standing: (
    question: FormQuestion<K>,
    value: AnswerValue | undefined,
    known: KnownFigure | null,
  ) => Standing | null;
  /** The highest rung or option. */
  readonly topRung: (question: FormQuestion<K>) => number;
  /** The rung that counts for levels, gates and scenes. */
  readonly countingRung: (question: FormQuestion<K>, rung: number) => number;
  /** The rung from which the question is met as a must-have, which scores nothing; null where it is none. */
  readonly metFrom: (question: FormQuestion<K>) => number | null;
  /** What a standing is worth, of `maximum`. */
  readonly worth: (question: FormQuestion<K>, standing: Standing) => number;
  readonly maximum: (question: FormQuestion<K>) => number;
  /** Where the lifts of measures lead that can be done one after the other; never lower. */
  readonly lifted: (question: FormQuestion<K>, standing: Standing, lifts: readonly Lift[]) => Standing;
  /** The answer that says a standing. */
  readonly valueAt: (question: FormQuestion<K>, standing: Standing) => AnswerValue;
  /** A fitting answer in words. */
  readonly text: (question: FormQuestion<K>, value: AnswerValue, words: FormWords) => string;
  /** What can be chosen, in the order shown, the least first; nothing where a figure is entered. */
  readonly choices: (question: FormQuestion<K>) => readonly Choice[];
  /** The digit that chooses the first; null where digits answer nothing. */
  readonly firstDigit: (question: FormQuestion<K>) => 0 | 1 | null;
  /** The answer that a control or SurveyJS holds; null where it holds none. */
  readonly read: (held: unknown) => AnswerValue | null;
  readonly survey: (question: FormQuestion<K>) => SurveyControl;
}
