import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { paybackOf } from '#assessments/planning/benefit.ts';
import { keptView, type KeptView } from '#assessments/planning/kept-view.ts';
import { planBasis } from '#assessments/planning/plan-basis.ts';
import { IsoDate } from '#assessments/schema/ids.ts';
import { storedPlan, type PlanItem, type PlanRequest, type StoredPlan } from '#assessments/schema/plan.ts';
import type { MadeChoice, PlanNews } from '../../workers/plan-worker.ts';
import { planPath } from '../../app/routes.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useSha256 } from '../../app/use-sha256.ts';
import { catalogue, policies as policyBook } from '../../documents/composer/plan-references.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Conversation } from './conversation.tsx';
import { ExpectedResult } from './expected-result.tsx';
import { FirmnessLine } from './firmness-line.tsx';
import { MeasureDrawer, type ShownMeasure } from './measure-drawer.tsx';
import { OtherMeasures } from './other-measures.tsx';
import { OwnMeasure } from './own-measure.tsx';
import { PhaseBoard } from './phase-board.tsx';
import { PLAN_FIGURES, PlanFigures, type PlanFigure } from './plan-figures.tsx';
import { PlanSummary } from './plan-summary.tsx';
import { PolicyDrawer } from './policy-drawer.tsx';
import { Readiness } from './readiness.tsx';
import { DoesNotFit, TooLittleKnownForPlan } from './refused-plan.tsx';
import { ThreeAims } from './three-aims.tsx';
import { UnknownList } from './unknown-list.tsx';
import { UnreadablePlan } from './unreadable-plan.tsx';
import { useFirmness } from './use-firmness.ts';
import { usePlanner } from './use-planner.ts';
import './plan.css';

/** One enterprise, one plan: what is asked of it, the three aims side by side, and the one that was taken. */
export default function Plan({ rest }: { readonly rest: string }) {
  const { say } = useWords();
  const { dossier, diagnosis, record, mill, readOnly } = useRecord();
  const { today } = useServices();
  const [, navigate] = useLocation();
  const shown = rest === '' ? null : rest;
  const setShown = (measure: string | null) => navigate(planPath(dossier.id, measure));
  const [view, setView] = useState<'list' | PlanFigure>('list');
  const [policies, setPolicies] = useState(false);
  /** How often a plan was taken: then the request is closed again. */
  const [taken, setTaken] = useState(0);
  const planner = usePlanner();
  const firmness = useFirmness();
  const day = today();
  const plan = useMemo(() => storedPlan(dossier.plan), [dossier.plan]);
  const basis = useSha256(useMemo(() => planBasis(dossier, diagnosis), [dossier, diagnosis]));
  const kept = useMemo(
    () =>
      keptView(
        mill,
        { request: plan?.request ?? {}, items: plan?.items ?? [], madeOn: plan?.madeOn ?? IsoDate.parse(day) },
        { catalogue, recognitions: { ladders: policyBook.recognitions, asOf: day } },
      ),
    [mill, plan, day],
  );
  if (plan === null && dossier.plan !== null && dossier.plan !== undefined) return <UnreadablePlan />;
  const items = plan?.items ?? [];
  const request = plan?.request ?? {};
  const change = (next: (before: StoredPlan) => StoredPlan) =>
    record.plan((before) =>
      next(storedPlan(before) ?? { madeOn: IsoDate.parse(day), diagnosis: diagnosis.id, request: {}, items: [] }),
    );
  const ask = (next: PlanRequest) => {
    planner.forget();
    firmness.stop();
    change((before) => unproved({ ...before, request: next }));
  };
  const put = (next: (before: readonly PlanItem[]) => PlanItem[]) => {
    firmness.stop();
    change((before) => unproved({ ...before, items: next(before.items) }));
  };
  const edit = (id: string, part: Partial<PlanItem>) => {
    if (changesChoice(part)) firmness.stop();
    change((before) => {
      const after = {
        ...before,
        items: before.items.map((item) => (item.id === id ? { ...item, ...part } : item)),
      };
      return changesChoice(part) ? unproved(after) : after;
    });
  };
  const drawFirmness = (of: StoredPlan & { readonly basis: string }) =>
    firmness.start({ dossier, diagnosis, plan: of, basis: of.basis, asOf: day }, (firm) =>
      change((before) => (isSameChoice(before, of) ? { ...before, firm } : before)),
    );
  const isSame = basis !== '' && plan?.basis === basis;
  const hasPlan = kept.kind === 'view' && kept.view.planned.length > 0;
  return (
    <main className="page wide plan">
      <h1>{say('plan-title', { name: dossier.enterprise.name })}</h1>
      {kept.kind === 'view' ? (
        <fieldset disabled={readOnly}>
          <Conversation
            key={taken}
            request={request}
            isOpen={!hasPlan && planner.state.kind !== 'made'}
            isWorking={planner.state.kind === 'working'}
            onChange={ask}
            onMake={() => planner.start({ dossier, diagnosis, request, kept: items, asOf: day })}
          />
        </fieldset>
      ) : (
        <TooLittleKnownForPlan refused={kept} />
      )}
      <div role="status">
        {planner.state.kind === 'working' ? (
          <>
            <p>{say('plan-working')}</p>
            <progress aria-label={say('plan-working')} />
          </>
        ) : null}
        {planner.state.kind === 'failed' ? (
          <p className="tone-bad">{say('plan-failed', { reason: planner.state.reason })}</p>
        ) : null}
      </div>
      {planner.state.kind === 'does-not-fit' ? <DoesNotFit over={planner.state} /> : null}
      {planner.state.kind === 'made' && kept.kind === 'view' ? (
        <ThreeAims
          made={planner.state}
          view={kept.view}
          onLeave={planner.forget}
          onTake={(aim) => {
            if (planner.state.kind !== 'made') return;
            const { request: asked, byAim, basis: made } = planner.state;
            const { items: chosen, gap, gapIn } = byAim[aim];
            const { gapIn: _before, firm: _firm, ...rest } = plan ?? {};
            const next = {
              ...rest,
              madeOn: IsoDate.parse(day),
              diagnosis: diagnosis.id,
              request: { ...asked, aim },
              items: [...chosen],
              gap,
              ...(gapIn === null ? {} : { gapIn }),
              choices: keptChoices(byAim),
              basis: made,
            };
            change(() => next);
            drawFirmness(next);
            planner.forget();
            setTaken(taken + 1);
          }}
        />
      ) : null}
      {kept.kind === 'view' ? (
        <>
          {plan === null || !hasPlan ? (
            planner.state.kind === 'made' ? null : (
              <p className="empty">{say(plan?.gap === undefined ? 'plan-none' : 'plan-empty')}</p>
            )
          ) : (
            <>
              <PlanSummary view={kept.view} plan={plan} isOutdated={basis !== '' && !isSame} />
              <ExpectedResult view={kept.view} plan={plan} />
              {kept.view.verify.length === 0 ? null : (
                <details className="verify">
                  <summary>{say('verify', { count: kept.view.verify.length })}</summary>
                  <p className="hint">{say('verify-hint')}</p>
                  <UnknownList unknowns={kept.view.verify} />
                </details>
              )}
              <div className="toolbar">
                <h2>{say('plan-measures', { count: kept.view.planned.length })}</h2>
                <div className="shelves" role="group" aria-label={say('plan-view')}>
                  {(['list', ...PLAN_FIGURES] as const).map((name) => (
                    <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
                      {say(`plan-view-${name}`)}
                    </button>
                  ))}
                </div>
                <button type="button" onClick={() => setPolicies(true)}>
                  {say('plan-policies')}
                </button>
              </div>
              {isSame && plan.choices !== undefined && plan.firm === undefined && !readOnly ? (
                <FirmnessLine
                  state={firmness.state}
                  onStart={() => drawFirmness({ ...plan, basis })}
                  onStop={firmness.stop}
                />
              ) : null}
              {view === 'list' ? (
                <PhaseBoard
                  planned={kept.view.planned}
                  request={request}
                  startOn={kept.view.startOn}
                  firm={isSame ? (plan.firm ?? null) : null}
                  readOnly={readOnly}
                  onShow={setShown}
                  onEdit={edit}
                />
              ) : (
                <PlanFigures view={kept.view} name={view} />
              )}
            </>
          )}
          {plan === null ? null : (
            <>
              <fieldset disabled={readOnly}>
                <OwnMeasure onAdd={(item) => put((before) => [...before, item])} />
              </fieldset>
              <OtherMeasures
                view={kept.view}
                readOnly={readOnly}
                onShow={setShown}
                onAdd={(added) =>
                  put((before) => [...before.filter((item) => !added.some(({ id }) => id === item.id)), ...added])
                }
              />
              <Readiness
                today={mill}
                after={kept.view.expected}
                chosen={kept.view.planned.flatMap((entry) => entry.measure ?? [])}
                offers={kept.view.offers}
                target={kept.view.target?.id ?? null}
                onShow={setShown}
              />
            </>
          )}
          {shown === null ? null : (
            <MeasureDrawer
              key={shown}
              shown={shownMeasure(shown, kept.view)}
              view={kept.view}
              firm={isSame ? plan?.firm?.[shown] : undefined}
              onEdit={(part) => edit(shown, part)}
              onRemove={() => {
                put((before) => before.filter((item) => item.id !== shown));
                setShown(null);
              }}
              onRule={(list) => {
                change((before) =>
                  unproved({
                    ...before,
                    items: before.items.filter((item) => item.id !== shown),
                    request: { ...before.request, [list]: [...(before.request[list] ?? []), shown] },
                  }),
                );
                setShown(null);
              }}
              onClose={() => setShown(null)}
            />
          )}
          {policies ? (
            <PolicyDrawer
              planned={kept.view.planned}
              granted={request.granted ?? []}
              readOnly={readOnly}
              onGrant={(granted) => ask({ ...request, granted })}
              onClose={() => setPolicies(false)}
            />
          ) : null}
        </>
      ) : null}
    </main>
  );
}

/** What the plan keeps of the aims, so that nobody searches for them again. */
function keptChoices(byAim: Extract<PlanNews, { kind: 'made' }>['byAim']): NonNullable<StoredPlan['choices']> {
  const of = ({ measures, gap, gapIn }: MadeChoice) => ({ measures: [...measures], gap, gapIn });
  return { level: of(byAim.level), money: of(byAim.money), balanced: of(byAim.balanced) };
}

/** After a change by hand the choice is no longer the one that was proved. */
function unproved({ gap: _gap, gapIn: _gapIn, choices: _choices, firm: _firm, ...rest }: StoredPlan): StoredPlan {
  return rest;
}

/** Whether two plans chose the same for the same mill and request. */
function isSameChoice(one: StoredPlan, other: StoredPlan): boolean {
  const chosen = ({ basis, request, items }: StoredPlan) =>
    JSON.stringify([basis, request, items.map(({ id }) => id).sort()]);
  return one.choices !== undefined && chosen(one) === chosen(other);
}

/** Whether an entry of the enterprise changes what can be chosen, rather than how it is carried out. */
function changesChoice({ quotes, own, state }: Partial<PlanItem>): boolean {
  return quotes !== undefined || own !== undefined || state === 'done' || state === 'dropped';
}

/** A measure as it stands in the plan, else as it would stand alone. */
function shownMeasure(id: string, { planned, offers, mill }: KeptView): ShownMeasure {
  const entry = planned.find(({ item }) => item.id === id);
  if (entry !== undefined) return { id, ...entry };
  const offer = offers.find(({ measure }) => measure.id === id) ?? null;
  const measure = mill.catalogue.byId.get(id) ?? null;
  if (offer === null) {
    const cost = { low: 0, planned: 0, high: 0, origin: 'estimate', isSized: true } as const;
    return { id, measure, offer, item: null, cost, benefit: null, lines: [], payback: null };
  }
  const { lines, of } = mill.benefits([offer]);
  const benefit = of.get(offer) ?? null;
  return {
    id,
    measure,
    offer,
    item: null,
    cost: offer.cost,
    benefit,
    lines: lines.get(offer) ?? [],
    payback: paybackOf(offer.cost, benefit),
  };
}
