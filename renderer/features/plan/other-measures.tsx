import { useMemo, useState } from 'react';
import type { Offer } from '#assessments/planning/offer.ts';
import { expectedAfter } from '#assessments/planning/plan-of.ts';
import { costOf } from '#assessments/planning/cost-of.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { PlanItem } from '#assessments/schema/plan.ts';
import type { Scores } from '#assessments/scoring/scored-mill.ts';
import { rounded, shownFigure } from '#assessments/scoring/shown-number.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

interface OtherMeasuresProps {
  readonly offers: readonly Offer[];
  readonly chosen: readonly Measure[];
  readonly now: Scores;
  readonly readOnly: boolean;
  readonly onShow: (id: string) => void;
  readonly onAdd: (items: readonly PlanItem[]) => void;
}

/** What else suits the mill. Ticking adds a measure with all that it requires; what it would change is scored for real. */
export function OtherMeasures({ offers, chosen, now, readOnly, onShow, onAdd }: OtherMeasuresProps) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const [text, setText] = useState('');
  const facts = mill.facts.now;
  const byId = useMemo(() => new Map(offers.map((offer) => [offer.measure.id as string, offer])), [offers]);
  const found = offers.filter(({ measure }) => `${measure.id} ${pick(measure.name)}`.includes(text.trim()));
  return (
    <details className="other-measures">
      <summary>{say('other-measures', { count: offers.length })}</summary>
      <input
        type="search"
        value={text}
        aria-label={say('search-measure')}
        placeholder={say('search-measure')}
        onChange={(event) => setText(event.target.value)}
      />
      {found.map((offer) => (
        <OtherMeasure key={offer.measure.id} offer={offer} />
      ))}
    </details>
  );

  function OtherMeasure({ offer }: { readonly offer: Offer }) {
    const [isAsked, setAsked] = useState(false);
    const added = withNeeds(offer, byId);
    const cost = added.reduce((sum, { measure }) => sum + costOf(measure, facts).planned, 0);
    return (
      <div className="plan-row">
        <button type="button" className="quiet" onClick={() => onShow(offer.measure.id)}>
          {pick(offer.measure.name)}
        </button>
        <small>
          {[isAsked ? effect(added) : '', added.length > 1 ? say('comes-with', { count: added.length - 1 }) : '']
            .filter((part) => part !== '')
            .join(say('clause-separator'))}
        </small>
        <span className="align-right">{say('wan', { amount: wan(cost) })}</span>
        <button type="button" className="quiet" onClick={() => setAsked(true)}>
          {say('what-if')}
        </button>
        <button
          type="button"
          disabled={readOnly}
          onClick={() =>
            onAdd(added.map(({ measure, earliest }) => ({ id: measure.id, phase: earliest, locked: true })))
          }
        >
          {say('add')}
        </button>
      </div>
    );
  }

  /** What the topics would gain, by scoring the mill with these measures too. */
  function effect(added: readonly Offer[]): string {
    const measures = [...chosen, ...added.map((offer) => offer.measure)];
    const then = expectedAfter(mill, measures).scores;
    const gains = mill.pinned.flatMap((id) => {
      const gain = (then.packs[id]?.score?.low ?? 0) - (now.packs[id]?.score?.low ?? 0);
      return rounded(gain) <= 0 ? [] : [`${pick(mill.packs[id].shortName)} +${shownFigure(gain)}`];
    });
    return gains.length === 0 ? say('no-effect') : gains.join(say('list-separator'));
  }
}

/** A measure with the offered ones that it requires, those first. */
function withNeeds(offer: Offer, byId: ReadonlyMap<string, Offer>, found: Offer[] = []): Offer[] {
  for (const id of offer.requires) {
    const needed = byId.get(id);
    if (needed !== undefined && !found.includes(needed)) withNeeds(needed, byId, found);
  }
  if (!found.includes(offer)) found.push(offer);
  return found;
}
