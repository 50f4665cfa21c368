import { expect } from 'vitest';
import type * as DemoMillsModule from '#tests/support/demo-mills.ts';
import { asJson, behind, fresh, type Followed } from './recipe.ts';

const HEADING = '用工情况';

export const reportChapter: Followed = {
  title: 'Add a chapter to the report',
  edits: {
    'assessments/reporting/chapters/people.ts': fresh(`import type { Block } from '../report-document.ts';
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
    'assessments/reporting/report-of.ts': (text) =>
      behind(
        "from './chapters/method.ts'",
        "import { peopleChapter } from './chapters/people.ts';",
      )(behind('facts: factsChapter,', '  people: peopleChapter,')(text)),
    'assessments/reporting/texts/chapters.json': asJson<Record<string, object>>((texts) => {
      texts['people-heading'] = { 'zh-CN': HEADING, en: 'People' };
      texts['people-text'] = { 'zh-CN': '{name}有{people}人。', en: '{name} has {people} people.' };
    }),
    'renderer/features/report/texts.json': asJson<Record<string, object>>((texts) => {
      texts['chapter-people'] = { 'zh-CN': HEADING, en: 'People' };
    }),
  },
  holds: async ({ load }) => {
    const { demoMills } = await load<typeof DemoMillsModule>('tests/support/demo-mills.ts');
    for (const { report } of demoMills())
      expect(report.blocks).toContainEqual({ kind: 'heading', level: 1, text: HEADING });
  },
};
