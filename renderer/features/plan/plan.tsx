import { useMemo, useState } from 'react';
import { asPlanned } from '#assessments/planning/planned-measures.ts';
import { planBasis } from '#assessments/planning/plan-basis.ts';
import { expectedAfter } from '#assessments/planning/plan-of.ts';
import { offersFor } from '#assessments/planning/offer.ts';
import { targetStep } from '#assessments/planning/recognition-target.ts';
import { storedPlan, type PlanItem, type StoredPlan } from '#assessments/schema/plan.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useSha256 } from '../../app/use-sha256.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ExpectedResult } from './expected-result.tsx';
import { MeasureDrawer } from './measure-drawer.tsx';
import { OtherMeasures } from './other-measures.tsx';
import { OwnMeasure } from './own-measure.tsx';
import { PhaseBoard } from './phase-board.tsx';
import { PlanMoney } from './plan-money.tsx';
import { catalogue, planContextOn } from '../../documents/composer/plan-references.ts';
import { PlanRequestForm } from './plan-request-form.tsx';
import { PolicyDrawer } from './policy-drawer.tsx';
import { Readiness } from './readiness.tsx';
import { Timeline } from './timeline.tsx';
import { UnreadablePlan } from './unreadable-plan.tsx';
import { usePlanner } from './use-planner.ts';
import './plan.css';

const EMPTY_ITEMS: readonly PlanItem[] = [];

/** One enterprise, one plan: what is asked of it, what is chosen, and what the mill comes to after it. */
export default function Plan() {
  const { say } = useWords();
  const { dossier, diagnosis, record, mill, readOnly } = useRecord();
  const { today } = useServices();
  const [shown, setShown] = useState<string | null>(null);
  const [view, setView] = useState<'list' | 'timeline'>('list');
  const [policies, setPolicies] = useState(false);
  const plan = storedPlan(dossier.plan);
  const items = plan?.items ?? EMPTY_ITEMS;
  const request = plan?.request ?? {};
  const put = (part: Partial<StoredPlan>) =>
    record.plan((before) => ({
      ...(storedPlan(before) ?? { madeOn: IsoDate.parse(today()), diagnosis: diagnosis.id, request: {}, items: [] }),
      ...part,
    }));
  const planner = usePlanner(({ items: made, gap, basis }) => {
    const settled = items.filter((item) => item.state === 'done' || item.state === 'dropped');
    put({ items: [...made, ...settled], gap, basis, madeOn: IsoDate.parse(today()), diagnosis: diagnosis.id });
  });
  const basis = useSha256(useMemo(() => planBasis(dossier, diagnosis), [dossier, diagnosis]));
  if (plan === null && dossier.plan !== null && dossier.plan !== undefined) return <UnreadablePlan />;
  const offers = offersFor(mill, catalogue, request);
  const open = items.filter((item) => item.state !== 'dropped');
  const planned = asPlanned(open, mill, offers, catalogue);
  const measures = planned.flatMap((entry) => entry.measure ?? []);
  const expected = expectedAfter(mill, measures);
  const target = targetStep(request, mill, planContextOn(today()).recognitions);
  const { gap: _gap, ...unproved } = plan ?? {};
  /** A change by hand: the choice is no longer the one that was proved. */
  const change = (next: (before: readonly PlanItem[]) => PlanItem[]) =>
    record.plan((before) => {
      const now = storedPlan(before);
      return now === null ? null : { ...now, ...unproved, gap: undefined, items: next(now.items) };
    });
  const edit = (id: string, part: Partial<PlanItem>) =>
    change((before) => before.map((item) => (item.id === id ? { ...item, ...part } : item)));
  return (
    <main className="page wide plan">
      <h1>{say('plan-title', { name: dossier.enterprise.name })}</h1>
      <fieldset disabled={readOnly}>
        <PlanRequestForm
          request={request}
          isOpen={items.length === 0}
          state={planner.state}
          onChange={(next) => put({ request: next, gap: undefined })}
          onMake={() => planner.start({ dossier, diagnosis, request, kept: items, asOf: today() })}
        />
      </fieldset>
      {plan === null || planned.length === 0 ? (
        <div className="empty">
          <p>{say(plan?.gap === undefined ? 'plan-none' : 'plan-empty')}</p>
          {Object.keys(diagnosis.answers).length === 0 ? <p>{say('plan-without-answers')}</p> : null}
        </div>
      ) : (
        <>
          <PlanMoney
            planned={planned}
            request={request}
            gap={plan.gap}
            isOutdated={basis !== '' && plan.basis !== undefined && plan.basis !== basis}
          />
          <ExpectedResult before={mill.scores} after={expected.scores} plan={plan} target={target} />
          <div className="toolbar">
            <h2>{say('plan-measures', { count: planned.length })}</h2>
            <div className="shelves" role="group" aria-label={say('plan-view')}>
              {(['list', 'timeline'] as const).map((name) => (
                <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
                  {say(`plan-view-${name}`)}
                </button>
              ))}
            </div>
            <button type="button" onClick={() => setPolicies(true)}>
              {say('plan-policies')}
            </button>
          </div>
          {view === 'list' ? (
            <PhaseBoard planned={planned} request={request} readOnly={readOnly} onShow={setShown} onEdit={edit} />
          ) : (
            <Timeline planned={planned} start={plan.madeOn} />
          )}
        </>
      )}
      {plan === null ? null : (
        <>
          <fieldset disabled={readOnly}>
            <OwnMeasure onAdd={(item) => change((before) => [...before, item])} />
          </fieldset>
          <OtherMeasures
            offers={offers.filter((offer) => !open.some((item) => item.id === offer.measure.id))}
            chosen={measures}
            now={expected.scores}
            readOnly={readOnly}
            onShow={setShown}
            onAdd={(added) =>
              change((before) => [...before.filter((item) => !added.some((other) => other.id === item.id)), ...added])
            }
          />
          <Readiness
            today={mill}
            after={expected}
            chosen={measures}
            offers={offers}
            target={target?.id ?? null}
            onShow={setShown}
          />
        </>
      )}
      {shown === null ? null : (
        <MeasureDrawer
          key={shown}
          id={shown}
          item={items.find((item) => item.id === shown) ?? null}
          onEdit={(part) => edit(shown, part)}
          onRemove={() => {
            change((before) => before.filter((item) => item.id !== shown));
            setShown(null);
          }}
          onClose={() => setShown(null)}
        />
      )}
      {policies ? <PolicyDrawer planned={planned} onClose={() => setPolicies(false)} /> : null}
    </main>
  );
}
