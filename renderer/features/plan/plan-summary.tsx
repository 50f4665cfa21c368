import type { KeptView } from '#assessments/planning/kept-view.ts';
import { exceeds } from '#assessments/indicators/comparison.ts';
import { percent, wan } from '#assessments/reporting/plan-text.ts';
import type { StoredPlan } from '#assessments/schema/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { OpenGates } from './open-gates.tsx';
import { useClaim } from './use-claim.ts';
import { usePlanTexts } from './use-plan-texts.ts';

interface PlanSummaryProps {
  readonly view: KeptView;
  readonly plan: StoredPlan;
  /** The mill is no longer the one for which it was made. */
  readonly isOutdated: boolean;
}

/** What the plan must leave open, what it costs and brings a year, when that pays, and of what it is proved the best. */
export function PlanSummary({ view, plan, isOutdated }: PlanSummaryProps) {
  const { say } = useWords();
  const texts = usePlanTexts();
  const claim = useClaim();
  const { cost, benefit, payback, budgetWan, estimatedShare, planned } = view;
  const isOver = budgetWan !== null && exceeds(cost.planned, budgetWan);
  const unpriced = planned.filter((entry) => entry.benefit === null && entry.item.state !== 'done').length;
  const standing = plan.gap === undefined ? 'by-hand' : isOutdated ? 'outdated' : plan.gap === 0 ? 'proved' : 'gap';
  return (
    <section>
      <OpenGates gatesOpen={view.gatesOpen} gatesClosed={view.gatesClosed} view={view} />
      <div className="tiles">
        <Tile
          label={say('plan-cost')}
          value={texts.wan(cost.planned)}
          detail={`${say('cost-low-high', { low: wan(cost.low), high: wan(cost.high) })}${say('clause-separator')}${budgetWan === null ? say('plan-unbound') : say('plan-of-budget', { budget: wan(budgetWan) })}`}
        />
        <Tile
          label={say('plan-benefit')}
          value={texts.yearly(benefit)}
          detail={
            benefit === null
              ? say('unpriced-count', { count: unpriced })
              : `${say('cost-low-high', { low: wan(benefit.low), high: wan(benefit.high) })}${say('clause-separator')}${texts.cautious(benefit)}`
          }
        />
        <Tile label={say('payback')} value={texts.payback(payback)} detail={texts.paybackCautious(payback)} />
        <Tile
          label={say('plan-estimated')}
          value={`${percent(estimatedShare)} %`}
          detail={say('plan-estimated-detail')}
        />
      </div>
      {budgetWan === null ? null : (
        <progress
          className={isOver ? 'budget over' : 'budget'}
          max={Math.max(budgetWan, cost.planned)}
          value={cost.planned}
          aria-label={say('plan-cost')}
        />
      )}
      {isOver ? (
        <p className="tone-bad" role="alert">
          {say('plan-over', { amount: wan(cost.planned - budgetWan) })}
        </p>
      ) : null}
      {benefit === null || unpriced === 0 ? null : <p className="hint">{say('unpriced-count', { count: unpriced })}</p>}
      <p className="claim">
        <b>{say('aim-taken', { aim: say(`aim-${view.aim}`) })}</b>{' '}
        {standing === 'proved' || standing === 'gap'
          ? claim(view.aim, plan.request, plan.gap ?? 0, standing === 'proved' ? null : (plan.gapIn ?? 'balance'))
          : say(`plan-${standing}`)}
      </p>
      <p className="hint">{say('star-legend')}</p>
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
