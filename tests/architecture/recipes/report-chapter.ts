import { expect } from 'vitest';
import type * as DemoMillsModule from '#tests/support/demo-mills.ts';
import { headingsOf } from '#tests/support/report-texts.ts';
import { asJson, behind, fresh, type Followed } from './recipe.ts';

const HEADING = '用工情况';

export const reportChapter: Followed = {
  title: 'Add a chapter to the report or its annexes',
  edits: {
    'assessments/reporting/annexes/people.ts': fresh(`import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';

/** How many people the mill has. */
export function peopleChapter({ words, facts, name }: Mill): Block[] {
  const people = facts.now['people.employees'];
  if (people === undefined) return [];
  return [
    { kind: 'heading', level: 1, text: words.say('people-heading') },
    { kind: 'paragraph', text: words.say('people-text', { name, people }) },
  ];
}
`),
    'assessments/reporting/report-input.ts': behind("'facts',", "  'people',"),
    'assessments/reporting/documents-of.ts': (text) =>
      behind(
        "from './annexes/method.ts'",
        "import { peopleChapter } from './annexes/people.ts';",
      )(behind('facts: factsChapter,', '  people: peopleChapter,')(text)),
    'assessments/reporting/texts/body.json': asJson<Record<string, object>>((texts) => {
      texts['people-heading'] = { 'zh-CN': HEADING, en: 'People' };
      texts['people-text'] = { 'zh-CN': '{name}有{people}人。', en: '{name} has {people} people.' };
    }),
    'renderer/features/report/texts.json': asJson<Record<string, object>>((texts) => {
      texts['chapter-people'] = { 'zh-CN': HEADING, en: 'People' };
    }),
  },
  holds: async ({ load }) => {
    const { demoMills } = await load<typeof DemoMillsModule>('tests/support/demo-mills.ts');
    for (const { documents } of demoMills())
      expect(headingsOf(documents.annexes, 1)).toContainEqual(expect.stringMatching(new RegExp(`^[A-Z] ${HEADING}$`)));
  },
};
