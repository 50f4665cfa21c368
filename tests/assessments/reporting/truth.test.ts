import { describe, expect, it } from 'vitest';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { SINGULAR } from '#assessments/schema/singular.ts';
import type { SubSector } from '#assessments/schema/vocabulary.ts';
import { knownIds } from '#renderer/documents/composer/known-ids.ts';
import { documentTexts } from '#tests/support/document-texts.ts';
import { figuredMills } from '#tests/support/figured-mills.ts';
import { TRADE_WORDS } from '#tests/support/trade-words.ts';

const MANY_OF_ONE = new RegExp(`(?<![\\d.,–−/-])1 (?:${Object.keys(SINGULAR).join('|')})\\b`, 'u');
const HANZI = /[\u4e00-\u9fff〔〕]+/gu;
/** How sure a figure is stands in the annexes; beside it stands one mark. */
const MARKS = /回忆值|凭回忆|未见|待核(?!实)|可信度|（[高中低]）|\(recalled|recalled,|not seen/u;

/** A mill that has looms is a weaver too, whatever it ticked. */
function sectorsOfMachines({ facts }: Mill): SubSector[] {
  const kinds = facts.now.machines?.map(({ kind }) => kind) ?? [];
  return kinds.flatMap((kind) => knownIds.machines.get(kind)?.subSectors ?? []);
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

describe.each(figuredMills().map((one) => ({ ...one, name: `${one.id} in ${one.language}` })))(
  'the documents of $name',
  ({ mill, language }) => {
    const texts = documentTexts(mill);
    const all = Object.values(texts).flat();

    it('say one of a thing in the singular', () => {
      expect(unique(all.filter((text) => language === 'en' && MANY_OF_ONE.test(text)))).toEqual([]);
    });

    it('are in their language, but for what the mill itself entered', () => {
      if (language !== 'en') return;
      const own = JSON.stringify(mill.dossier);
      const foreign = all.flatMap((text) => text.match(HANZI) ?? []).filter((hanzi) => !own.includes(hanzi));
      expect(unique(foreign)).toEqual([]);
    });

    it('have no mark of memory beside a figure', () => {
      const read = [...texts.brief, ...texts.report, ...texts.deck, ...texts.workbook];
      expect(unique(read.filter((text) => MARKS.test(text)))).toEqual([]);
    });

    it('have no words of another trade in what they advise', () => {
      const own = JSON.stringify(mill.dossier);
      const sectors = new Set([...mill.dossier.enterprise.subSectors, ...sectorsOfMachines(mill)]);
      const others = TRADE_WORDS.filter(({ of }) => !of.some((one) => sectors.has(one)));
      const found = others.flatMap((words) =>
        [...texts.brief, ...texts.report, ...texts.deck].filter((text) => {
          const match = words[language === 'en' ? 'en' : 'zh'].exec(text);
          return match !== null && !own.includes(match[0]);
        }),
      );
      expect(unique(found)).toEqual([]);
    });
  },
);
