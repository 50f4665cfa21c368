import { deckOf } from '#assessments/reporting/deck/deck-of.ts';
import type { ContentSlide, DeckDocument, Slide, SlidePart } from '#assessments/reporting/deck-document.ts';
import { preliminaryFor } from '#assessments/planning/preliminary.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { catalogue } from '#renderer/documents/composer/plan-references.ts';
import type { Language } from '#assessments/schema/localized-text.ts';
import { dossierJson } from './dossiers.ts';
import { demoJson, REQUESTS, reportedPlan } from './planned-mills.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;

/** Mills that keep a deck with a plan, each with what it asks for. */
export const PLANNED = Object.entries(REQUESTS);

/** A mill of which nothing is known, so that its plan is refused. */
export const EMPTY = dossierJson();

export function deckWithPlan(json: unknown, language: Language, request: unknown) {
  const reported = reportedPlan(json, language, request);
  return { ...reported, deck: deckOf(millOf(reported.input)) };
}

/** The deck of a mill that did not ask for a plan. */
export function deckWithoutPlan(json: unknown, language: Language): DeckDocument {
  const { input } = reportedPlan(json, language, {});
  const preliminary = preliminaryFor(input.scored, catalogue);
  return deckOf(millOf({ ...input, plan: null, refused: null, preliminary }));
}

export function contentOf({ slides }: DeckDocument): ContentSlide[] {
  return slides.flatMap((slide) => (slide.kind === 'content' ? [slide] : []));
}

/** Every text of a slide but its notes. */
export function slideTexts(slide: Slide): string[] {
  if (slide.kind === 'cover')
    return [slide.kicker, slide.title, slide.enterprise, slide.lead, ...slide.rows.flat()].filter(
      (text) => text !== '',
    );
  return [slide.title, slide.lead, ...slide.parts.flatMap(partTexts), slide.source].filter((text) => text !== '');
}

export function partTexts(part: SlidePart): string[] {
  switch (part.kind) {
    case 'bullets':
      return [part.title, ...part.items];
    case 'tiles':
      return part.tiles.flatMap(({ label, value, detail }) => [label, value, detail]);
    case 'cards':
      return part.cards.flatMap(({ title, value, rows }) => [title, value, ...rows.flat()]);
    case 'table':
      return [
        ...part.columns.map(({ title }) => title),
        ...part.rows.flatMap(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : cell.text))),
      ];
    case 'figure':
      return [...part.figure.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])), part.caption];
    case 'columns':
      return [...partTexts(part.left), ...partTexts(part.right)];
  }
}

export { demoJson };
