import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import { Survey } from 'survey-react-ui';
import dyeing from '../../seeds/demo/demo-dyeing.json' with { type: 'json' };
import { siteOf } from '../../assessments/indicators/site.ts';
import { packList, shippedPacks } from '../../assessments/packs/registry.ts';
import { surveyOf, surveyVariables } from '../../assessments/survey/survey-of.ts';

/** All packs in one SurveyJS model, painted as SurveyJS paints by default: on one page, or on a page per section. */
const onOnePage = new URLSearchParams(location.search).has('one-page');
const start = performance.now();
const pages = packList(shippedPacks).flatMap((pack) =>
  surveyOf(pack).pages.map((page) => ({ ...page, name: `${pack.id} ${page.name}` })),
);
const model = new Model({
  locale: 'zh-cn',
  clearInvisibleValues: 'none',
  showQuestionNumbers: 'off',
  pages: onOnePage ? [{ name: 'all', elements: pages.flatMap((page) => page.elements) }] : pages,
});
const site = siteOf(dyeing.enterprise, shippedPacks['water-efficiency']);
for (const [name, value] of Object.entries(surveyVariables(dyeing.enterprise, site))) model.setVariable(name, value);
model.data = Object.fromEntries(
  Object.entries(dyeing.diagnoses.at(-1).answers).flatMap(([id, { self, verified = self }]) => {
    const value = verified?.gate ?? verified?.choices ?? verified?.value ?? verified?.rung;
    return value === undefined ? [] : [[id, typeof value === 'number' ? Math.floor(value) : value]];
  }),
);
globalThis.plain = { start, questions: () => model.currentPage.visibleQuestions.length };
createRoot(document.getElementById('root')).render(createElement(Survey, { model }));
