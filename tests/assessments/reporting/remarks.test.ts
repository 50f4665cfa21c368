import { describe, expect, it } from 'vitest';
import { deckOf } from '#assessments/reporting/deck/deck-of.ts';
import { documentsOf } from '#assessments/reporting/documents-of.ts';
import { highlightBlocks, isOutdated, remarkBlocks } from '#assessments/reporting/remark-blocks.ts';
import { suggestedRemark } from '#assessments/reporting/remark-suggestions.ts';
import { BODY_CHAPTERS, millOf, type Mill } from '#assessments/reporting/report-input.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { LANGUAGES, type Language } from '#assessments/schema/localized-text.ts';
import { plainRemark, REMARK_PLACES, type Remarks } from '#assessments/schema/remarks.ts';
import { reported } from '#tests/support/demo-mills.ts';
import { EVERY_MILL } from '#tests/support/every-mill.ts';
import { demoMill } from '#tests/support/figured-mills.ts';
import { demoJson } from '#tests/support/planned-mills.ts';
import { below, textOf } from '#tests/support/report-texts.ts';

const millFrom = (json: unknown, language: Language = 'zh-CN') => millOf(reported(json, language).input);
const dyeing = Dossier.parse(demoJson('demo-dyeing'));

function remarking(remarks: Remarks, rework?: number, language: Language = 'zh-CN'): Mill {
  const [round, ...rest] = dyeing.diagnoses;
  const year = String(round?.year);
  const facts = { ...dyeing.facts[year], ...(rework === undefined ? {} : { 'loss.rework': rework }) };
  const diagnoses = [{ ...round, remarks }, ...rest];
  return millFrom({ ...dyeing, facts: { ...dyeing.facts, [year]: facts }, diagnoses }, language);
}

describe('the sentences that are suggested to the specialist', () => {
  it.each(EVERY_MILL.map(([name, json]) => ({ name, json })))(
    'are plain texts with nothing left open for $name, in both languages',
    ({ json }) => {
      for (const language of LANGUAGES) {
        const mill = millFrom(json, language);
        const said = REMARK_PLACES.map((place) => [place, suggestedRemark(place, mill)] as const);
        for (const [place, text] of said) {
          expect(text).toBe(plainRemark(text, place));
          expect(text).not.toMatch(/\{|undefined|null|NaN/);
        }
        expect(said.filter(([, text]) => text !== '').length).toBeGreaterThanOrEqual(6);
      }
    },
  );

  it('name what was seen on site of a problem', () => {
    expect(suggestedRemark('problems', millFrom(dyeing))).toContain('一台高浴比溢流染色机仍在用于返修');
  });

  it('say that self-assessment and verification agree of no topic in which nothing was verified', () => {
    const [round] = dyeing.diagnoses;
    const answers = Object.fromEntries(
      Object.entries(round?.answers ?? {}).map(([id, { verified: _verified, ...answer }]) => [id, answer]),
    );
    expect(suggestedRemark('standing', millFrom({ ...dyeing, diagnoses: [{ ...round, answers }] }))).toBe('');
  });
});

describe('what the specialist wrote', () => {
  it('is printed as theirs, word by word, and nothing is where they wrote nothing', () => {
    const mill = remarking({
      conclusion: { text: '先把水表配齐。\n其余按方案推进。' },
      'highlight-1': { text: '水表缺两成' },
      'highlight-3': { text: '云上系统可用' },
    });
    expect(remarkBlocks('conclusion', mill)).toEqual([
      { kind: 'callout', tone: 'accent', title: '诊断专家结论', text: '先把水表配齐。\n其余按方案推进。' },
    ]);
    expect(highlightBlocks(mill)).toEqual([
      { kind: 'callout', tone: 'accent', title: '诊断专家看到的要点', text: '1. 水表缺两成\n2. 云上系统可用' },
    ]);
    expect(remarkBlocks('money', mill)).toEqual([]);
    expect(highlightBlocks(remarking({}))).toEqual([]);
  });

  it('stays as it is when the data change, and says so until it is looked at again, in either language', () => {
    const suggested = suggestedRemark('demand', remarking({}));
    const kept: Remarks = { demand: { text: suggested, suggested, language: 'zh-CN' } };
    const textOf = (mill: Mill) =>
      remarkBlocks('demand', mill).map((block) => (block.kind === 'callout' ? block.text : ''));
    for (const language of LANGUAGES) {
      expect(textOf(remarking(kept, undefined, language))).toEqual([suggested]);
      expect(textOf(remarking(kept, 421, language))[0]).toMatch(
        language === 'en' ? /changed since it was written/ : /这一处依据的数据有变动/,
      );
      expect(textOf(remarking(kept, 421, language))[0]).toContain(suggested);
    }
    expect(isOutdated('demand', { text: '自己的话' }, remarking({}, 421))).toBe(false);
  });
});

describe('a text that was typed or pasted', () => {
  it.each([
    ['  两行\r\n之间\t有制表符 \n', '两行\n之间 有制表符'],
    ['看不见\u0000\u0007\u202e的', '看不见的'],
    ['一\u2028二', '一\n二'],
  ])('becomes plain: %j', (typed, plain) => {
    expect(plainRemark(typed, 'money')).toBe(plain);
  });

  it('is cut between whole characters where it is longer than its place has room', () => {
    expect(plainRemark('😀'.repeat(150), 'highlight-1')).toBe('😀'.repeat(100));
    expect(plainRemark(`a${'😀'.repeat(150)}`, 'highlight-1')).toBe(`a${'😀'.repeat(99)}`);
  });
});

describe('the documents', () => {
  const remarks = Object.fromEntries(
    REMARK_PLACES.map((place, i): [string, { text: string }] => [place, { text: `专家的话${i}` }]),
  );
  const planned = demoMill('demo-dyeing', 'zh-CN');
  const spoken = (said: Remarks): Mill => ({ ...planned, diagnosis: { ...planned.diagnosis, remarks: said } });
  const { brief, report } = documentsOf(spoken(remarks));
  const bodyOf = (heading: string) => textOf(below(report.blocks, heading));

  it('print each remark at the end of its chapter, highlights in the summary, the conclusion before the signatures', () => {
    const headings = report.blocks.filter((block) => block.kind === 'heading' && block.level === 1);
    const texts = headings.map((block) => (block.kind === 'heading' ? block.text : ''));
    const placeOf = (text: string) => texts.findIndex((heading) => bodyOf(heading).includes(text));
    const at = (place: (typeof REMARK_PLACES)[number]) => placeOf(`专家的话${REMARK_PLACES.indexOf(place)}`);
    expect([at('highlight-1'), at('highlight-2'), at('highlight-3')]).toEqual([0, 0, 0]);
    const chapters = BODY_CHAPTERS.map((chapter) => at(chapter));
    expect(chapters).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(report.blocks.filter((block) => block.kind === 'callout' && block.text.includes('专家的话')).length).toBe(
      10,
    );
  });

  it('leave the one page of the owner as it is', () => {
    expect(textOf(brief.blocks)).not.toContain('专家的话');
  });

  it('have what was seen on site beside the problem that it proves', () => {
    const table = below(report.blocks, '问题诊断').find((block) => block.kind === 'table');
    const row =
      table?.kind === 'table' ? table.rows.find(({ cells }) => JSON.stringify(cells[0]).includes('W-M03')) : null;
    expect(JSON.stringify(row?.cells[1])).toContain('专员核实：现场发现一台高浴比溢流染色机仍在用于返修');
  });

  it('have the conclusion on the last slide where it is short, else in what the speaker says', () => {
    const last = (text: string) => deckOf(spoken({ conclusion: { text } })).slides.at(-1);
    const [short, long] = [last('先拆一台。'), last('先拆一台。'.repeat(30))];
    expect(short?.kind === 'content' ? short.lead : '').toBe('先拆一台。');
    expect(long?.kind === 'content' ? long.lead : '').toBe('');
    expect(long?.notes[0]).toBe('先拆一台。'.repeat(30));
  });
});
