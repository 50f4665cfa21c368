import { ElementFactory, Model, Question as SurveyQuestion, Serializer, TOCModel } from 'survey-core';
import { SURVEY_VARIABLES, surveyOf } from '#assessments/survey/survey-of.ts';
import type { Answer } from '#assessments/schema/answers.ts';
import type { Enterprise } from '#assessments/schema/dossier.ts';
import type { Pack } from '#assessments/schema/pack.ts';
import type { Site } from '#assessments/indicators/site.ts';

/** The type of our questions in SurveyJS; its value is the whole answer, self and verified. */
export const ANSWER_TYPE = 'pack-answer';

class AnswerQuestion extends SurveyQuestion {
  override getType(): string {
    return ANSWER_TYPE;
  }
}
Serializer.addClass(ANSWER_TYPE, [], () => new AnswerQuestion(''), 'question');
// Its table of contents, which we do not show, would listen to scrolling for ever and so keep every model alive.
TOCModel.StickyPosition = false;
ElementFactory.Instance.registerElement(ANSWER_TYPE, (name) => new AnswerQuestion(name));

/**
 * A SurveyJS model of one page with some questions of a pack. It decides what is visible and in which order;
 * the record owns the answers, so nothing is erased or completed here.
 */
export function sectionModel(
  pack: Pack,
  questionIds: readonly string[],
  { enterprise, site }: { readonly enterprise: Enterprise; readonly site: Site },
  answers: Readonly<Record<string, Answer>>,
  onAnswer: (question: string, answer: Answer | undefined) => void,
): Model {
  const json = surveyOf(pack);
  const elements = json.pages
    .flatMap((page) => page.elements)
    .filter((element) => questionIds.includes(element.name))
    .map(({ name, title, visibleIf }) => ({
      type: ANSWER_TYPE,
      name,
      title,
      titleLocation: 'hidden',
      ...(visibleIf === undefined ? {} : { visibleIf }),
    }));
  const model = new Model({
    clearInvisibleValues: 'none',
    keepIncorrectValues: true,
    showNavigationButtons: false,
    showCompletePage: false,
    showTitle: false,
    showPageTitles: false,
    showTimer: false,
    widthMode: 'responsive',
    pages: [{ name: 'section', elements }],
  });
  // The cards bring their own look: neither SurveyJS's style elements nor its icons, which the CSP would report.
  model.generateStylesheet = false;
  model.needRenderIcons = false;
  model.setVariable(SURVEY_VARIABLES.subSectors, enterprise.subSectors);
  model.setVariable(SURVEY_VARIABLES.site, site.wet ? 'wet' : 'dry');
  model.data = Object.fromEntries(questionIds.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])));
  model.onValueChanged.add((_, { name, value }) => onAnswer(name, (value as Answer | null | undefined) ?? undefined));
  return model;
}
