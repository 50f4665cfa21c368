import type { SurveyControl } from '../forms/form.ts';
import { formOf } from '../forms/forms.ts';
import type { Site } from '../indicators/site.ts';
import type { Enterprise } from '../schema/dossier.ts';
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

export type SurveyElement = SurveyControl & {
  readonly name: string;
  readonly title: SurveyText;
  readonly visibleIf?: string;
  readonly choices?: readonly { readonly value: string | number; readonly text: SurveyText }[];
};

/** SurveyJS texts by its locale codes; `zh-cn` is what it calls zh-CN. */
interface SurveyText {
  readonly default: string;
  readonly 'zh-cn': string;
  readonly en: string;
}

const VARIABLES = { subSectors: 'subSectors', site: 'site' } as const;

/** The variables that a page sets from the profile of a mill, and that `visibleIf` reads. */
export function surveyVariables({ subSectors }: Enterprise, { wet }: Site): Record<keyof typeof VARIABLES, unknown> {
  return { subSectors, site: wet ? 'wet' : 'dry' };
}

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
  const { choices, survey } = formOf(question);
  const condition = conditionOf(question.applies);
  const offered = choices(question).map(({ value, text }) => ({ value, text: surveyText(text) }));
  return {
    name: question.id,
    title: surveyText(question.stem),
    ...(condition === null ? {} : { visibleIf: condition }),
    ...survey(question),
    ...(offered.length === 0 ? {} : { choices: offered }),
  };
}

/** The applicability rule as a SurveyJS expression; null where every mill is asked. */
function conditionOf({ subSectors, site }: Applicability): string | null {
  const parts = [
    ...(subSectors === undefined
      ? []
      : [`{${VARIABLES.subSectors}} anyof [${subSectors.map((sector) => `'${sector}'`).join(', ')}]`]),
    ...(site === undefined ? [] : [`{${VARIABLES.site}} = '${site}'`]),
  ];
  return parts.length === 0 ? null : parts.join(' and ');
}

function surveyText(text: LocalizedText): SurveyText {
  return { default: text['zh-CN'], 'zh-cn': text['zh-CN'], en: text.en };
}
