import type { LocalizedText } from '../schema/localized-text.ts';
import type { Applicability, Pack, Question } from '../schema/pack.ts';

/** The subset of SurveyJS JSON that packs compile to. */
export interface SurveyJson {
  readonly locale: string;
  readonly clearInvisibleValues: 'none';
  readonly showQuestionNumbers: 'off';
  readonly pages: readonly SurveyPage[];
}

interface SurveyPage {
  readonly name: string;
  readonly title: SurveyText;
  readonly elements: readonly SurveyElement[];
}

export interface SurveyElement {
  readonly type: 'radiogroup' | 'checkbox' | 'text';
  readonly name: string;
  readonly title: SurveyText;
  readonly visibleIf?: string;
  readonly choices?: readonly { readonly value: string | number; readonly text: SurveyText }[];
  readonly inputType?: 'number';
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

/** SurveyJS texts by its locale codes; `zh-cn` is what it calls zh-CN. */
interface SurveyText {
  readonly default: string;
  readonly 'zh-cn': string;
  readonly en: string;
}

/** Variables that the profile sets and `visibleIf` reads. */
export const SURVEY_VARIABLES = { subSectors: 'subSectors', site: 'site' } as const;

const NOT_STARTED: LocalizedText = { 'zh-CN': '未开展', en: 'Not started' };

/** A pack as SurveyJS JSON: one page per dimension, questions hidden where the pack does not ask them. */
export function surveyOf(pack: Pack): SurveyJson {
  const groups = [...new Set(pack.questions.map((question) => question.dimension))];
  return {
    locale: 'zh-cn',
    clearInvisibleValues: 'none',
    showQuestionNumbers: 'off',
    pages: groups.map((dimension) => ({
      name: dimension,
      title: surveyText(pack.dimensions.find((candidate) => candidate.id === dimension)?.name ?? pack.name),
      elements: pack.questions.filter((question) => question.dimension === dimension).map(elementOf),
    })),
  };
}

function elementOf(question: Question): SurveyElement {
  const condition = conditionOf(question.applies);
  return {
    name: question.id,
    title: surveyText(question.stem),
    ...(condition === null ? {} : { visibleIf: condition }),
    ...inputOf(question),
  };
}

function inputOf({
  form,
  options,
}: Question): Pick<SurveyElement, 'type' | 'choices' | 'inputType' | 'min' | 'max' | 'step'> {
  const choices = (values: readonly (string | number)[], texts: readonly LocalizedText[]) =>
    texts.map((text, i) => ({ value: values[i] ?? i, text: surveyText(text) }));
  switch (form.kind) {
    case 'ladder':
      return { type: 'radiogroup', choices: choices([0, 1, 2, 3, 4, 5], [NOT_STARTED, ...options]) };
    case 'numeric':
      return { type: 'text', inputType: 'number', min: 0, max: form.maximum, ...(form.whole ? { step: 1 } : {}) };
    case 'option':
    case 'single':
      return { type: 'radiogroup', choices: choices([], options) };
    case 'gate':
      return { type: 'radiogroup', choices: choices(['yes', 'partly', 'no'], options) };
    case 'tally':
      return { type: 'checkbox', choices: choices(form.choices, options) };
    case 'multiple':
      return {
        type: 'checkbox',
        choices: choices(
          options.map((_, i) => String(i + 1)),
          options,
        ),
      };
  }
}

/** The applicability rule as a SurveyJS expression; null where every mill is asked. */
function conditionOf({ subSectors, site }: Applicability): string | null {
  const parts = [
    ...(subSectors === undefined
      ? []
      : [`{${SURVEY_VARIABLES.subSectors}} anyof [${subSectors.map((sector) => `'${sector}'`).join(', ')}]`]),
    ...(site === undefined ? [] : [`{${SURVEY_VARIABLES.site}} = '${site}'`]),
  ];
  return parts.length === 0 ? null : parts.join(' and ');
}

function surveyText(text: LocalizedText): SurveyText {
  return { default: text['zh-CN'], 'zh-cn': text['zh-CN'], en: text.en };
}
