import { useMemo } from 'react';
import type { KeptView } from '#assessments/planning/kept-view.ts';
import { architectureOf } from '#assessments/reporting/figures/architecture.ts';
import { measureMap } from '#assessments/reporting/figures/cost-benefit-map.ts';
import { timetable } from '#assessments/reporting/figures/gantt.ts';
import type { FigureBlock } from '#assessments/reporting/report-document.ts';
import { wordsIn, type Words } from '#assessments/reporting/words.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Blocks } from '../../ui/blocks.tsx';

/** The figures of a plan, as its documents have them. */
export const PLAN_FIGURES = ['timeline', 'map', 'architecture'] as const;
export type PlanFigure = (typeof PLAN_FIGURES)[number];

const FIGURES: Readonly<Record<PlanFigure, (view: KeptView, words: Words) => readonly FigureBlock[]>> = {
  timeline: (view, words) => timetable(view, words),
  map: (view, words) => whereDrawn(measureMap(openOf(view), words)),
  architecture: (view, words) =>
    whereDrawn(
      architectureOf(
        { facts: view.mill.mill.facts, words, fact: (id) => factSheet[id as keyof typeof factSheet] },
        { planned: view.planned, after: view.expected.facts.now },
      ),
    ),
};

/** A figure of the plan as it stands; drawn once a plan, since it may ask for the own effect of every measure. */
export function PlanFigures({ view, name }: { readonly view: KeptView; readonly name: PlanFigure }) {
  const { say, language } = useWords();
  const blocks = useMemo(() => FIGURES[name](view, wordsIn(language)), [view, name, language]);
  if (blocks.length === 0) return <p className="hint">{say('plan-figure-none')}</p>;
  return <Blocks blocks={blocks} link={(text) => text} />;
}

function openOf(view: KeptView): KeptView {
  return { ...view, planned: view.planned.filter(({ item }) => item.state !== 'done') };
}

function whereDrawn(block: FigureBlock | null): FigureBlock[] {
  return block === null ? [] : [block];
}
