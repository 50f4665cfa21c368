import { plannedMillOf } from '../planned-mill.ts';
import type { DeckDocument, Slide } from '../deck-document.ts';
import type { Mill } from '../report-input.ts';
import { reportMeta, runningText } from '../report-meta.ts';
import { aimsSlide } from './aims-slide.ts';
import { architectureSlide } from './architecture-slide.ts';
import { closingSlide } from './closing-slide.ts';
import { coverSlide } from './cover-slide.ts';
import { firstThingsSlide } from './first-things-slide.ts';
import { gatesSlide } from './gates-slide.ts';
import { mapSlide } from './map-slide.ts';
import { measuresSlide } from './measures-slide.ts';
import { moneySlide } from './money-slide.ts';
import { processSlide } from './process-slide.ts';
import { problemsSlide } from './problems-slide.ts';
import { candidatesSlide, missingSlide, nextStepsSlide, overrunSlide } from './request-slides.ts';
import { routeSlide } from './route-slide.ts';
import { standingSlide } from './standing-slide.ts';
import { supportSlide } from './support-slide.ts';

/** The longest that people listen to. */
const MOST = 12;

/** What is said of a mill with a plan, in the order of the meeting; null where a mill has nothing for a slide. */
const WITH_PLAN: readonly ((mill: Mill) => Slide | null)[] = [
  coverSlide,
  standingSlide,
  gatesSlide,
  processSlide,
  problemsSlide,
  firstThingsSlide,
  aimsSlide,
  architectureSlide,
  measuresSlide,
  mapSlide,
  routeSlide,
  moneySlide,
  supportSlide,
  closingSlide,
];

/** Left out where the others alone are as many as people listen to, the first of these first. */
const SPARED: readonly ((mill: Mill) => Slide | null)[] = [mapSlide, processSlide, architectureSlide, supportSlide];

/** What is said where there is no plan: why, what is missing, and measures that may be talked about. */
function withoutPlan({ refused }: Mill): readonly ((mill: Mill) => Slide | null)[] {
  switch (refused?.outcome.kind) {
    case 'too-little-known':
      return [coverSlide, standingSlide, gatesSlide, missingSlide, candidatesSlide, nextStepsSlide];
    case 'does-not-fit':
      return [coverSlide, standingSlide, gatesSlide, overrunSlide, nextStepsSlide];
    default:
      return [
        coverSlide,
        standingSlide,
        gatesSlide,
        processSlide,
        problemsSlide,
        missingSlide,
        candidatesSlide,
        nextStepsSlide,
      ];
  }
}

/** The closing presentation of one diagnosis: what the report says, for the people around the table. */
export function deckOf(mill: Mill): DeckDocument {
  const { words } = mill;
  const meta = reportMeta(mill);
  const { mark, footer } = runningText(mill);
  const slides = slidesOf(plannedMillOf(mill) === null ? withoutPlan(mill) : WITH_PLAN, mill);
  return {
    language: mill.language,
    meta: { ...meta, title: words.say('deck-meta-title', { name: mill.name, year: mill.diagnosis.year }) },
    footer: words.say('deck-footer', { name: mill.name, asOf: meta.issuedOn }),
    mark,
    slides: slides.map((slide) => ({ ...slide, notes: [...slide.notes, footer] })),
  };
}

function slidesOf(makers: readonly ((mill: Mill) => Slide | null)[], mill: Mill): Slide[] {
  const made = makers.flatMap((maker) => {
    const slide = maker(mill);
    return slide === null ? [] : [{ maker, slide }];
  });
  const spared = SPARED.filter((one) => made.some(({ maker }) => maker === one)).slice(
    0,
    Math.max(0, made.length - MOST),
  );
  return made.filter(({ maker }) => !spared.includes(maker)).map(({ slide }) => slide);
}
