import { summary } from '#assessments/reporting/chapters/summary.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adviceFor } from '#assessments/packs/advice.ts';
import { library, packList, shippedPacks } from '#assessments/packs/registry.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { LANGUAGES, type LocalizedText } from '#assessments/schema/localized-text.ts';
import { PROCESSES_OF, SUB_SECTORS, type SubSector } from '#assessments/schema/vocabulary.ts';
import { PROJECT } from '#tests/support/cli.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { dossierJson, scoredMillOf } from '#tests/support/dossiers.ts';
import { TRADE_WORDS } from '#tests/support/trade-words.ts';

const guidance = await library.help(shippedPacks);
const hanziOf = (text: string) => [...text].filter((c) => /[\u4e00-\u9fff]/.test(c)).join('');

interface Example {
  readonly id: string;
  readonly sector: SubSector;
  readonly text: LocalizedText;
}

const examples: Example[] = Object.entries(guidance).flatMap(([id, help]) =>
  SUB_SECTORS.flatMap((sector) => {
    const text = help.examples[sector];
    return text === undefined ? [] : [{ id, sector, text }];
  }),
);

/** The questions, gates and KPIs that a mill of nothing but this sub-sector may be asked, whatever its processes. */
function askedOf(sector: SubSector): ReadonlySet<string> {
  const packs = Object.fromEntries(packList(shippedPacks).map(({ id, version }) => [id, version]));
  const mills = PROCESSES_OF[sector].map((process) =>
    scoredMillOf(Dossier.parse(dossierJson({ subSectors: [sector], processes: [process], packs }))),
  );
  const results = mills.flatMap((mill) => Object.values(mill.scores.packs));
  return new Set(
    results.flatMap(({ trace, gates }) => [
      ...trace.map(({ question }) => question),
      ...gates.filter(({ state }) => state !== 'not-applicable').map(({ id }) => id),
    ]),
  );
}

const asked = SUB_SECTORS.map((sector) => ({ sector, ids: askedOf(sector) }));
const sectorsAsked = (id: string) => asked.filter(({ ids }) => ids.has(id)).map(({ sector }) => sector);

/** Words in a text that some of its readers do not have in their trade. */
function foreignWords(text: LocalizedText, readers: readonly SubSector[]): string[] {
  return TRADE_WORDS.filter(({ of }) => !readers.every((reader) => of.includes(reader))).flatMap(({ zh, en }) => [
    ...(zh.exec(text['zh-CN']) ?? []).slice(0, 1),
    ...(en.exec(text.en) ?? []).slice(0, 1),
  ]);
}

describe('the examples of a question', () => {
  it('are one for each sub-sector that is asked, and for no other', () => {
    const wrong = Object.entries(guidance).flatMap(([id, help]) => {
      const [has, needs] = [Object.keys(help.examples).join(' '), sectorsAsked(id).join(' ')];
      return has === needs ? [] : [`${id} has ${has || 'none'}, is asked of ${needs || 'nobody'}`];
    });
    expect(wrong).toEqual([]);
  });

  it('have 35 to 80 hanzi', () => {
    const wrong = examples.filter(({ text }) => {
      const { length } = hanziOf(text['zh-CN']);
      return length < 35 || length > 80;
    });
    expect(wrong.map(({ id, sector }) => `${id} ${sector}`)).toEqual([]);
  });

  it('speak of no other trade', () => {
    const foreign = examples.flatMap(({ id, sector, text }) =>
      foreignWords(text, [sector]).map((word) => `${id} ${sector} ${word}`),
    );
    expect(foreign).toEqual([]);
  });

  it('repeat neither each other nor what is said to every mill', () => {
    const RUN = 12;
    const twins: string[] = [];
    for (const { sector } of asked) {
      const seen = new Map<string, string>();
      for (const { id, text } of examples.filter((example) => example.sector === sector)) {
        const own = [hanziOf(text['zh-CN']), hanziOf(guidance[id]?.doBetter['zh-CN'] ?? '')];
        for (const [part, of] of own.map((whole, i) => [whole, i === 0 ? id : `${id} to every mill`] as const))
          for (let at = 0; at + RUN <= part.length; at += 1) {
            const run = part.slice(at, at + RUN);
            const other = seen.get(run);
            if (other !== undefined && other !== of) twins.push(`${sector} ${of} = ${other}: ${run}`);
            seen.set(run, of);
          }
      }
    }
    expect(twins).toEqual([]);
  });
});

describe('what is said to every mill', () => {
  it('speaks of the trade of none that is asked', () => {
    const foreign = Object.entries(guidance).flatMap(([id, { doBetter }]) =>
      foreignWords(doBetter, sectorsAsked(id)).map((word) => `${id} ${word}`),
    );
    expect(foreign).toEqual([]);
  });
});

describe('the advice to a mill', () => {
  const help = {
    doBetter: { 'zh-CN': '通用', en: 'for all' },
    examples: { SPINNING: { 'zh-CN': '纺', en: 'spin' }, DYEING: { 'zh-CN': '染', en: 'dye' } },
  };
  const said = (...subSectors: SubSector[]) => adviceFor(help, { subSectors }).map(({ en }) => en);

  it('is the general text and the examples of its own sub-sectors, in its order', () => {
    expect(said('DYEING', 'GARMENT', 'SPINNING')).toEqual(['for all', 'dye', 'spin']);
    expect(said('GARMENT')).toEqual(['for all']);
    expect(said()).toEqual(['for all']);
  });

  it.each(LANGUAGES)('is its own in window, workbook and documents of every demo mill (%s)', (language) => {
    for (const { dossier, documents, workbook, input } of demoMills(language)) {
      const results = summary(millOf(input));
      const { subSectors } = dossier.enterprise;
      const window = Object.values(guidance).map((help) => adviceFor(help, dossier.enterprise));
      for (const shown of [window, results, workbook, documents]) {
        const said = JSON.stringify(shown);
        const found = examples.filter(({ text }) => said.includes(JSON.stringify(text[language]).slice(1, -1)));
        if (shown !== documents) expect(found.length, dossier.id).toBeGreaterThan(0);
        expect(found.filter(({ sector }) => !subSectors.includes(sector)).map(({ id }) => id)).toEqual([]);
      }
    }
  });

  it('is picked in one place', () => {
    const pickers = ['assessments', 'renderer', 'electron'].flatMap((room) =>
      readdirSync(join(PROJECT, room), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.tsx?$/.test(path))
        .filter((path) => /\bdoBetter\b/.test(readFileSync(join(PROJECT, room, path), 'utf8')))
        .map((path) => `${room}/${path}`),
    );
    expect(pickers.sort()).toEqual(['assessments/packs/advice.ts', 'assessments/schema/pack.ts']);
  });
});
