import { beforeAll, describe, expect, it } from 'vitest';
import type { DeckDocument } from '#assessments/reporting/deck-document.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { renderPptx } from '#renderer/documents/pptx/render-pptx.ts';
import { COMMENT, LONG_WORD, NAME, TORTURE } from '#tests/support/awkward-report.ts';
import { contentOf, deckWithPlan, deckWithoutPlan, demoJson, EMPTY, LANGUAGES, PLANNED } from '#tests/support/decks.ts';
import { converted, partsOf, unescaped } from '#tests/support/office.ts';
import { readPdf, withoutSpace } from '#tests/support/pdf.ts';
import { runTool, toolMissing } from '#tests/support/tools.ts';

const missing = toolMissing('soffice', 'loimpress', 'pdftotext');

const plans = PLANNED.flatMap(([id, request]) =>
  LANGUAGES.map((language) => ({ name: `${id} in ${language}`, ...deckWithPlan(demoJson(id), language, request) })),
);
const [example] = plans;
if (example === undefined) throw new Error('no demo mill');

const awkward: DeckDocument = {
  ...example.deck,
  footer: `${NAME}${TORTURE}`,
  slides: example.deck.slides.map((slide) =>
    slide.kind === 'cover'
      ? { ...slide, title: NAME, enterprise: NAME, lead: COMMENT, notes: [TORTURE] }
      : {
          ...slide,
          title: NAME + NAME,
          lead: COMMENT,
          source: LONG_WORD,
          notes: [COMMENT, TORTURE],
          parts: [
            { kind: 'bullets', title: NAME, ordered: true, items: Array.from({ length: 12 }, () => COMMENT) },
            {
              kind: 'table',
              columns: [
                { title: NAME, width: 10 },
                { title: TORTURE, width: 90 },
              ],
              rows: Array.from({ length: 9 }, () => ({ cells: [LONG_WORD, TORTURE] })),
            },
          ],
        },
  ),
};

const decks: readonly (readonly [string, DeckDocument])[] = [
  ...plans.map(({ name, deck }) => [name, deck] as const),
  ...LANGUAGES.flatMap((language) => [
    [`a refused plan in ${language}`, deckWithPlan(EMPTY, language, {}).deck] as const,
    [`no plan in ${language}`, deckWithoutPlan(demoJson('demo-dyeing'), language)] as const,
  ]),
  ['awkward texts', awkward],
];

const files = await Promise.all(decks.map(([, deck]) => renderPptx(deck)));
let prints: readonly Uint8Array[] = [];
beforeAll(() => {
  if (missing === null) prints = converted(files, 'pptx', 'pdf');
});

describe.each(decks.map(([name, deck], i) => [name, deck, i] as const))('the slides of %s', (_name, deck, i) => {
  const bytes = files[i] ?? new Uint8Array();
  const parts = partsOf(bytes);
  const slides = deck.slides.map((_, at) => parts[`ppt/slides/slide${at + 1}.xml`] ?? '');

  it('are text, tables and shapes that can be changed, no pictures', () => {
    expect(Object.keys(parts).filter((path) => path.startsWith('ppt/media/'))).toEqual([]);
    slides.forEach((xml, at) => {
      const slide = deck.slides[at];
      expect(xml).toMatch(/<p:ph\s[^>]*type="title"/);
      if (slide?.kind !== 'content') return;
      const tables = slide.parts.filter(({ kind }) => kind === 'table').length;
      expect((xml.match(/<a:tbl>/g) ?? []).length).toBeGreaterThanOrEqual(tables);
      for (const part of slide.parts)
        if (part.kind === 'figure')
          expect(unescaped(/<p:grpSp><p:nvGrpSpPr><p:cNvPr [^>]*descr="([^"]*)"/.exec(xml)?.[1] ?? '')).toBe(
            part.figure.description.replaceAll(/\s+/g, ' '),
          );
    });
  });

  it('number every drawing of a slide once', () => {
    for (const xml of slides) {
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('are the same bytes each time, dated by the day of issue alone', async () => {
    expect(await renderPptx(deck)).toEqual(bytes);
    expect(parts['docProps/core.xml']).toContain(`${deck.meta.issuedOn}T00:00:00Z`);
    expect(Object.values(parts).join('')).not.toContain(new Date().toISOString().slice(0, 13));
  });

  it('keep what the speaker says in paragraphs of the notes', () => {
    deck.slides.forEach(({ notes }, at) => {
      const xml = parts[`ppt/notesSlides/notesSlide${at + 1}.xml`] ?? '';
      const said = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => unescaped(text)).join('');
      for (const note of notes)
        expect(withoutSpace(said)).toContain(withoutSpace(note).replaceAll(/\p{Cs}/gu, '\ufffd'));
    });
  });

  it.skipIf(missing !== null)('open in LibreOffice, a page each, nothing beside the page', () => {
    const { pages, path } = readPdf(prints[i] ?? new Uint8Array());
    expect(pages).toHaveLength(deck.slides.length);
    const boxes = runTool('pdftotext', ['-bbox', path, '-']);
    const [, width, height] = (/<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes) ?? []).map(Number);
    const outside = [
      ...boxes.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</g),
    ]
      .map(([, left, top, right, bottom, word]) => ({ edges: [left, top, right, bottom].map(Number), word }))
      .filter(
        ({ edges: [left = 0, top = 0, right = 0, bottom = 0] }) =>
          left < 0 || top < 0 || right > (width ?? 0) || bottom > (height ?? 0),
      );
    expect(outside).toEqual([]);
  });

  it.skipIf(missing !== null || deck === awkward)('say their titles in LibreOffice whole', () => {
    const { pages } = readPdf(prints[i] ?? new Uint8Array());
    deck.slides.forEach(({ title }, at) => expect(withoutSpace(pages[at] ?? '')).toContain(withoutSpace(title)));
  });
});

describe.each(plans)('the figures of $name', ({ deck, plan }) => {
  const i = decks.findIndex(([, one]) => one === deck);

  it.skipIf(missing !== null)('read back by LibreOffice, are those of the plan', () => {
    const { packed } = readPdf(prints[i] ?? new Uint8Array());
    const { cost, benefit, planned } = plan?.plan ?? { cost: null, benefit: null, planned: [] };
    for (const amount of [cost?.planned, cost?.low, cost?.high, benefit?.planned, benefit?.cautious])
      expect(packed).toContain(wan(amount ?? NaN));
    for (const { cost: own } of planned.slice(0, 3)) expect(packed).toContain(wan(own.planned));
    const said = contentOf(deck).flatMap(({ title }) => title.match(/\d[\d,.]*\d/g) ?? []);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((figure) => !packed.includes(figure))).toEqual([]);
  });
});
