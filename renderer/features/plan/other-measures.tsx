import { useState } from 'react';
import type { KeptView, WhatIf } from '#assessments/planning/kept-view.ts';
import type { Offer } from '#assessments/planning/offer.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import type { PlanItem } from '#assessments/schema/plan.ts';
import { rounded } from '#assessments/scoring/shown-number.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { signed } from './measure-drawer.tsx';
import { usePlanTexts } from './use-plan-texts.ts';

interface OtherMeasuresProps {
  readonly view: KeptView;
  readonly readOnly: boolean;
  readonly onShow: (id: string) => void;
  readonly onAdd: (items: readonly PlanItem[]) => void;
}

/** What else fits the mill. A tick shows the plan with it against the plan without it, by the real scoring; a button adds it. */
export function OtherMeasures({ view, readOnly, onShow, onAdd }: OtherMeasuresProps) {
  const { say, pick } = useWords();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const inPlan = new Set(view.planned.map(({ item }) => item.id));
  const others = view.offers.filter(({ measure }) => !inPlan.has(measure.id));
  const found = others.filter(({ measure }) => `${measure.id} ${pick(measure.name)}`.includes(text.trim()));
  return (
    <details className="other-measures">
      <summary>{say('other-measures', { count: others.length })}</summary>
      <p className="hint">{say('what-if-hint')}</p>
      <input
        type="search"
        value={text}
        aria-label={say('search-measure')}
        placeholder={say('search-measure')}
        onChange={(event) => setText(event.target.value)}
      />
      {found.map((offer) => (
        <OtherMeasure
          key={offer.measure.id}
          offer={offer}
          view={view}
          isAsked={asked === offer.measure.id}
          readOnly={readOnly}
          onAsk={(isAsked) => setAsked(isAsked ? offer.measure.id : null)}
          onShow={onShow}
          onAdd={onAdd}
        />
      ))}
    </details>
  );
}

interface OtherMeasureProps extends OtherMeasuresProps {
  readonly offer: Offer;
  readonly isAsked: boolean;
  readonly onAsk: (isAsked: boolean) => void;
}

function OtherMeasure({
  offer: { measure, cost, requires },
  view,
  isAsked,
  readOnly,
  onAsk,
  onShow,
  onAdd,
}: OtherMeasureProps) {
  const { say, pick } = useWords();
  const texts = usePlanTexts();
  const name = pick(measure.name);
  const isGuessed = cost.origin === 'estimate' || !cost.isSized;
  return (
    <div className="other-measure">
      <div className="plan-row">
        <label className="half">
          <input
            type="checkbox"
            checked={isAsked}
            aria-label={say('what-if-of', { name })}
            onChange={() => onAsk(!isAsked)}
          />
          <span>{say('what-if')}</span>
        </label>
        <button type="button" className="quiet" onClick={() => onShow(measure.id)}>
          {name}
        </button>
        <small>{requires.length === 0 ? '' : say('comes-with', { names: texts.names(requires) })}</small>
        <span className="align-right">
          {texts.wan(cost.planned)}
          {isGuessed ? <span className="mark">＊</span> : null}
        </span>
        <button
          type="button"
          disabled={readOnly}
          aria-label={say('add-of', { name })}
          onClick={() =>
            onAdd(view.whatIf(measure.id).added.map((offer): PlanItem => ({ id: offer.measure.id, locked: true })))
          }
        >
          {say('add')}
        </button>
      </div>
      {isAsked ? <Difference view={view} then={view.whatIf(measure.id)} /> : null}
    </div>
  );
}

/** The plan with more against the plan as it is. */
function Difference({ view, then }: { readonly view: KeptView; readonly then: WhatIf }) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const texts = usePlanTexts();
  const moreGates = then.gatesClosed.filter((gate) => !view.gatesClosed.includes(gate));
  const isOver = view.budgetWan !== null && then.cost.planned > view.budgetWan + 1e-9;
  return (
    <div className="what-if" role="status">
      <dl>
        <Change
          term={say('plan-cost')}
          before={texts.wan(view.cost.planned)}
          after={texts.wan(then.cost.planned)}
          note={isOver ? say('plan-over', { amount: wan(then.cost.planned - (view.budgetWan ?? 0)) }) : ''}
        />
        <Change
          term={say('plan-benefit')}
          before={texts.yearly(view.benefit)}
          after={texts.yearly(then.benefit)}
          note={then.benefit === null ? '' : texts.cautious(then.benefit)}
        />
        <Change
          term={say('payback')}
          before={texts.paybackShort(view.payback)}
          after={texts.paybackShort(then.payback)}
          note={texts.paybackCautious(then.payback)}
        />
        {mill.pinned.map((id) => {
          const [before, after] = [view.expected, then.expected].map(({ scores }) => scores.packs[id]);
          const level = (of: typeof before) => (of?.level == null ? '—' : say('level', { level: of.level }));
          const gain = rounded((after?.score?.low ?? 0) - (before?.score?.low ?? 0));
          return (
            <Change
              key={id}
              term={pick(mill.packs[id].shortName)}
              before={level(before)}
              after={level(after)}
              note={gain === 0 ? say('no-points') : say('points-gained', { points: signed(gain) })}
            />
          );
        })}
      </dl>
      {moreGates.length === 0 ? null : <p>{say('closes-gates', { gates: moreGates.join(say('list-separator')) })}</p>}
      {then.excludes.length === 0 ? null : (
        <p className="tone-bad">{say('what-if-excludes', { names: texts.names(then.excludes) })}</p>
      )}
    </div>
  );
}

function Change({
  term,
  before,
  after,
  note,
}: {
  readonly term: string;
  readonly before: string;
  readonly after: string;
  readonly note: string;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {before === after ? after : `${before} → ${after}`}
        {note === '' ? null : <small>{note}</small>}
      </dd>
    </div>
  );
}
