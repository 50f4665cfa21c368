import { describe, expect, it } from 'vitest';
import { compareDossiers } from '#assessments/exchange/compare.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { fillText } from '#assessments/schema/fill-text.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { conflictWords } from '#renderer/features/home/conflict-words.ts';
import { dossierParts } from '#renderer/features/home/dossier-parts.ts';
import { texts } from '#renderer/i18n/texts.ts';
import type { WindowWords } from '#renderer/i18n/use-words.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const wordsIn = (language: Language): WindowWords => ({
  language,
  say: (id, values = {}) => fillText(texts[id][language], values),
  pick: (text) => text?.[language] ?? '',
});

/** What the window says where the facts of 2025 differ. */
function said(
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  language: Language = 'zh-CN',
): string[][] {
  const words = wordsIn(language);
  const dossier = (facts: Record<string, unknown>) => Dossier.parse(dossierJson({ facts }));
  const sides = { mine: dossier(mine), theirs: dossier(theirs) };
  return compareDossiers(sides.mine, sides.theirs).sections.flatMap(({ section, conflicts }) =>
    conflicts.map((conflict) => {
      const parts = dossierParts(words, []);
      const { place, mine: here, theirs: there } = conflictWords(conflict, section, parts, words, sides);
      return [place, here, there];
    }),
  );
}

const stenters = { kind: 'stenter', count: 6 };

describe('two registers that differ', () => {
  it('are said kind by kind, all lines of one together, so that each difference can be read', () => {
    const full = {
      ...stenters,
      since: 2016,
      digital: 6,
      networked: 4,
      onCloud: 2,
      with: { 'heat-recovery': 3 },
      note: '二车间',
    };
    expect(
      said({ machines: [stenters] }, { machines: [{ kind: 'pv', count: 1250 }, full, { ...stenters, count: 2 }] }),
    ).toEqual([
      [
        '设备台账',
        '拉幅定形机 6 台',
        '拉幅定形机 6 台（投用年份 2016、数字化 6、联网 4、上云 2、余热回收 3、二车间）、拉幅定形机 2 台',
      ],
    ]);
    expect(said({ machines: [stenters] }, { machines: [{ ...stenters, digital: 0 }] }, 'en')).toEqual([
      ['Machine register', 'Stenter 6 machines', 'Stenter 6 machines (Digital 0)'],
    ]);
  });

  it('say of which kinds they are complete', () => {
    expect(said({ 'machines.complete': ['all'] }, { 'machines.complete': ['stenter', 'pv'] })).toEqual([
      ['已列全的设备种类', '全部设备', '拉幅定形机、光伏发电'],
    ]);
  });
});

describe('two lists of systems that differ', () => {
  it('are said with all that is known of each', () => {
    const erp = { kind: 'erp', name: '甲', since: 2019, scope: '财务', cloud: true };
    const theirs = { systems: [{ kind: 'mes' }, { kind: 'erp', cloud: false }] };
    expect(said({ systems: [erp, { kind: 'other' }] }, theirs)).toEqual([
      ['信息系统', 'ERP（甲、投用年份 2019、财务、云上部署）', 'ERP（本地部署）'],
    ]);
  });
});

describe('what two specialists said in one place', () => {
  it.each<[Language, string]>([
    ['zh-CN', '专家意见 · 投资与效益'],
    ['en', 'Remarks of the specialist · Investment and benefit'],
  ])('is named by its place and said in their words, in %s', (language, place) => {
    const json = dossierJson({});
    const [round] = json['diagnoses'] as Record<string, unknown>[];
    const saying = (text: string) =>
      Dossier.parse({ ...json, diagnoses: [{ ...round, remarks: { money: { text } } }] });
    const sides = { mine: saying('先省电'), theirs: saying('先省汽') };
    const words = wordsIn(language);
    const found = compareDossiers(sides.mine, sides.theirs).sections.flatMap(({ section, conflicts }) =>
      conflicts.map((conflict) => conflictWords(conflict, section, dossierParts(words, []), words, sides)),
    );
    expect(found).toEqual([{ place, question: '', mine: '先省电', theirs: '先省汽' }]);
  });
});
