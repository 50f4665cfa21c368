import type { Dossier } from '#assessments/schema/dossier.ts';
import { NUMERIC_FACT_IDS } from '#assessments/schema/facts.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { questionCounts } from '#assessments/scoring/question-counts.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Step } from './routes.ts';
import { useRecord } from './use-record.ts';

type State = 'empty' | 'begun' | 'done';

/** How far a step has come: a ring, half filled or filled with a tick, and a word for those who do not see it. None where a step has no state. */
export function StepState({ step }: { readonly step: Step }) {
  const { say } = useWords();
  const { dossier, mill } = useRecord();
  const state = stateOf(step, dossier, mill);
  if (state === null) return null;
  return (
    <span className="step-state" data-state={state} title={say(`step-state-${state}`)}>
      <span className="unseen">{say(`step-state-${state}`)}</span>
    </span>
  );
}

function stateOf(step: Step, dossier: Dossier, mill: ScoredMill): State | null {
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
