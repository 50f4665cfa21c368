import { useState, type ReactNode } from 'react';
import type { PlanRequest } from '#assessments/schema/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { BudgetCard, LevelCard, PainCard, PeopleCard } from './request-cards.tsx';
import type { CardProps } from './card-props.ts';
import { RequestMore } from './request-more.tsx';
import { useRequestSummary } from './use-request-summary.ts';

interface ConversationProps {
  readonly request: PlanRequest;
  /** Open from the first, where there is no plan yet. */
  readonly isOpen: boolean;
  readonly isWorking: boolean;
  readonly onChange: (request: PlanRequest) => void;
  readonly onMake: () => void;
}

const CARDS = [
  ['pains', PainCard],
  ['budget', BudgetCard],
  ['people', PeopleCard],
  ['levels', LevelCard],
] as const satisfies readonly (readonly [string, (props: CardProps) => ReactNode])[];

/** What the mill asks of its plan, one question a card; each may be skipped, and says what is taken then. */
export function Conversation({ request, isOpen, isWorking, onChange, onMake }: ConversationProps) {
  const { say } = useWords();
  const [place, setPlace] = useState(0);
  const summary = useRequestSummary(request);
  const [name, Card] = CARDS[place] ?? CARDS[0];
  const isLast = place === CARDS.length - 1;
  return (
    <details className="plan-request" open={isOpen}>
      <summary>
        {say('plan-request')} <small>{summary}</small>
      </summary>
      <ol className="request-steps">
        {CARDS.map(([id], i) => (
          <li key={id}>
            <button
              type="button"
              className="quiet"
              aria-current={i === place ? 'step' : undefined}
              onClick={() => setPlace(i)}
            >
              {say('request-step', { place: i + 1, name: say(`request-${id}-short`) })}
            </button>
          </li>
        ))}
      </ol>
      <section className="request-card" aria-labelledby="request-question">
        <h2 id="request-question">{say(`request-${name}`)}</h2>
        <Card request={request} onChange={onChange} />
        <p className="buttons">
          {place === 0 ? null : (
            <button type="button" onClick={() => setPlace(place - 1)}>
              {say('request-back')}
            </button>
          )}
          {isLast ? null : (
            <button type="button" onClick={() => setPlace(place + 1)}>
              {say('request-next')}
            </button>
          )}
          <button type="button" className={isLast ? 'primary' : ''} disabled={isWorking} onClick={onMake}>
            {say('plan-make')}
          </button>
        </p>
      </section>
      <RequestMore request={request} onChange={onChange} />
    </details>
  );
}
