import { Link } from 'wouter';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { NUMERIC_FACT_IDS } from '#assessments/schema/facts.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { questionCounts } from '#assessments/scoring/question-counts.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { useWords } from '../i18n/use-words.ts';
import type { BarStep } from './routes.ts';
import { useRecord } from './use-record.ts';

type State = 'empty' | 'begun' | 'done';

interface StepLinkProps {
  readonly step: BarStep;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The way to a step, with how far it has come: a ring, half or wholly filled, and a word for those who do not see it. */
export function StepLink({ step, href, isCurrent }: StepLinkProps) {
  const { say } = useWords();
  const { dossier, mill } = useRecord();
  const state = stateOf(step, dossier, mill);
  const word = state === null ? undefined : say(`step-state-${state}`);
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined} aria-description={word} title={word}>
      {say(`step-${step}`)}
      {state === null ? null : <span className="step-state" data-state={state} aria-hidden="true" />}
    </Link>
  );
}

/** Null for steps that only show. */
function stateOf(step: BarStep, dossier: Dossier, mill: ScoredMill): State | null {
  const { enterprise, plan } = dossier;
  switch (step) {
    case 'profile':
      return between([
        enterprise.subSectors.length > 0,
        enterprise.processes.length > 0,
        enterprise.region !== undefined,
      ]);
    case 'facts':
      return NUMERIC_FACT_IDS.some((id) => mill.facts.now[id] !== undefined)
        ? [...mill.readings.values()].every(({ state }) => state !== 'unknown')
          ? 'done'
          : 'begun'
        : 'empty';
    case 'questions': {
      const counts = Object.values(mill.scores.packs).map((pack) => questionCounts(pack.counts));
      const unknown = counts.reduce((sum, count) => sum + count.unknown, 0);
      const asked = counts.reduce((sum, count) => sum + count.applicable, 0);
      return unknown === 0 ? 'done' : unknown === asked ? 'empty' : 'begun';
    }
    case 'plan':
      return (storedPlan(plan)?.items.length ?? 0) > 0 ? 'done' : 'empty';
    default:
      return null;
  }
}

function between(parts: readonly boolean[]): State {
  const done = parts.filter(Boolean).length;
  return done === parts.length ? 'done' : done === 0 ? 'empty' : 'begun';
}
