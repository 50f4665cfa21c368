import { moneyOf } from '#assessments/planning/plan-money.ts';
import { ROUNDING } from '#assessments/planning/plan-problem.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { totalBudget } from '#assessments/planning/problem-of.ts';
import type { PlanRequest } from '#assessments/schema/plan.ts';
import { percent, wan } from '#assessments/reporting/plan-text.ts';
import { exceeds } from '#assessments/indicators/comparison.ts';
import { shownDistance } from '#assessments/scoring/shown-number.ts';
import { useWords } from '../../i18n/use-words.ts';

interface PlanMoneyProps {
  readonly planned: readonly PlannedMeasure[];
  readonly request: PlanRequest;
  /** Of the choice as it was made; undefined after a change by hand. */
  readonly gap: number | undefined;
  /** The mill is no longer the one for which it was made. */
  readonly isOutdated: boolean;
}

/** What the plan costs against the budget, how much of it is estimated, and how good the choice is. */
export function PlanMoney({ planned, request, gap, isOutdated }: PlanMoneyProps) {
  const { say } = useWords();
  const { cost, estimatedShare } = moneyOf(planned);
  const budget = totalBudget(request);
  const standing =
    gap === undefined ? 'by-hand' : isOutdated ? 'outdated' : gap <= ROUNDING ? 'proved' : ('gap' as const);
  const isOver = budget !== null && exceeds(cost.planned, budget);
  return (
    <section>
      <div className="tiles">
        <Tile
          label={say('plan-cost')}
          value={say('wan', { amount: wan(cost.planned) })}
          detail={say('plan-cost-range', { low: wan(cost.low), high: wan(cost.high) })}
        />
        <Tile
          label={say('plan-budget-left')}
          value={budget === null ? '—' : say('wan', { amount: wan(budget - cost.planned) })}
          detail={budget === null ? say('plan-unbound') : say('plan-of-budget', { budget: wan(budget) })}
        />
        <Tile label={say('plan-estimated')} value={`${percent(estimatedShare)} %`} detail={say('reference-value')} />
        <Tile
          label={say('plan-choice')}
          value={standing === 'gap' ? `${shownDistance(100 * (gap ?? 0))} %` : say(`plan-${standing}`)}
          detail={say(`plan-${standing}-detail`)}
        />
      </div>
      {budget === null ? null : (
        <progress
          className={isOver ? 'budget over' : 'budget'}
          max={Math.max(budget, cost.planned)}
          value={cost.planned}
          aria-label={say('plan-cost')}
        />
      )}
      {isOver ? (
        <p className="tone-bad" role="alert">
          {say('plan-over', { amount: wan(cost.planned - budget) })}
        </p>
      ) : null}
    </section>
  );
}

function Tile({ label, value, detail }: { readonly label: string; readonly value: string; readonly detail: string }) {
  return (
    <div className="tile">
      <span>{label}</span>
      <strong>{value}</strong>
      <span>{detail}</span>
    </div>
  );
}
