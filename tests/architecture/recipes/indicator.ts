import { expect } from 'vitest';
import type * as DemoMillsModule from '#tests/support/demo-mills.ts';
import { textsOf } from '#tests/support/report-texts.ts';
import { asJson, behind, type Followed } from './recipe.ts';

const ID = 'land.output-per-employee';
const NAME = '人均用地面积';

export const indicator: Followed = {
  title: 'Add an indicator',
  edits: {
    'assessments/indicators/indicators.ts': behind(
      "'land.floor-area-ratio'",
      `  '${ID}': ofFacts(GREEN, 'm2', (now) => ratio(now['land.area'], now['people.employees'])),`,
    ),
    'assessments/indicators/indicators.json': asJson<Record<string, object>>((names) => {
      names[ID] = { 'zh-CN': NAME, en: 'Land per employee' };
    }),
    'docs/method.md': behind('| land.floor-area-ratio ', `| ${ID} | site area / employees | m2 |`),
  },
  holds: async ({ load }) => {
    const { demoMills } = await load<typeof DemoMillsModule>('tests/support/demo-mills.ts');
    const mills = demoMills();
    const known = mills.filter(({ result }) => (result.indicators[ID]?.value ?? null) !== null);
    expect(known.length).toBeGreaterThan(0);
    for (const { documents, workbook } of known) {
      expect(documents.annexes.blocks.flatMap(textsOf).join('\n')).toContain(NAME);
      expect(JSON.stringify(workbook)).toContain(NAME);
    }
  },
};
