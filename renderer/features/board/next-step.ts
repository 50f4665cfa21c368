import type { Progress } from '#assessments/guiding/next-steps.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { factsPath, reportPath, sectionPath, stepPath } from '../../app/routes.ts';
import type { QuickStanding } from '../quick/use-quick-list.ts';

/** The one thing to do next, and where. */
export interface NextStep {
  readonly kind: 'profile' | 'quick' | 'question' | 'figures' | 'plan' | 'report';
  readonly path: string;
}

/**
 * Trades first, then the quick diagnosis, then the plan as soon as it can be made, else the open questions and figures in the
 * order of what they decide, at last the report.
 */
export function nextStep(mill: Mill, quick: QuickStanding, progress: Progress): NextStep {
  const { id, enterprise } = mill.dossier;
  if (enterprise.subSectors.length === 0) return { kind: 'profile', path: stepPath(id, 'profile') };
  if (quick.openQuestions.length > 0) return { kind: 'quick', path: stepPath(id, 'quick') };
  if (mill.plan !== null && mill.plan !== undefined) return { kind: 'report', path: reportPath(id, 'documents') };
  const [open] = progress.questions;
  if (open !== undefined)
    return { kind: 'question', path: sectionPath(id, open.pack, open.question.dimension, open.question.id) };
  if (progress.figures.length > 0) return { kind: 'figures', path: factsPath(id, 'figures') };
  return { kind: 'plan', path: stepPath(id, 'plan') };
}
