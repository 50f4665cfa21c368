import { suits } from '#assessments/planning/offer.ts';
import { MOST_WAN, type PlanRequest } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { FigureField } from '../enterprise/figure-field.tsx';
import { catalogue } from '../../documents/composer/plan-references.ts';
import type { CardProps } from './card-props.ts';
import { without } from './request-cards.tsx';
import { usePlanTexts } from './use-plan-texts.ts';

const NO_BUDGETS: NonNullable<PlanRequest['phaseBudgetsWan']> = [null, null, null];
const LISTS = ['must', 'mustNot', 'inPlace'] as const;

/** What few mills need to say: money by phase, what must be in the plan, what must not, and what is there already. */
export function RequestMore({ request, onChange }: CardProps) {
  const { say } = useWords();
  const phases = request.phaseBudgetsWan ?? NO_BUDGETS;
  return (
    <details className="request-more">
      <summary>{say('request-more')}</summary>
      <div className="form">
        <div className="field-row">
          {phases.map((amount, i) => (
            <FigureField
              key={i}
              label={say(`plan-until-${(i + 1) as 1 | 2 | 3}`)}
              value={amount ?? undefined}
              most={MOST_WAN}
              onCommit={(next) => {
                const after = phases.map((old, k) => (k === i ? next : old)) as typeof NO_BUDGETS;
                onChange(
                  after.every((part) => part === null)
                    ? without(request, 'phaseBudgetsWan')
                    : { ...request, phaseBudgetsWan: after },
                );
              }}
            />
          ))}
        </div>
        <p className="hint">{say('phase-budget-hint')}</p>
        {LISTS.map((list) => (
          <MeasureList key={list} list={list} request={request} onChange={onChange} />
        ))}
      </div>
    </details>
  );
}

function MeasureList({ list, request, onChange }: CardProps & { readonly list: (typeof LISTS)[number] }) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const texts = usePlanTexts();
  const named = request[list] ?? [];
  const put = (ids: readonly string[]) =>
    onChange(ids.length === 0 ? without(request, list) : { ...request, [list]: [...ids] });
  const taken = new Set(LISTS.flatMap((other) => request[other] ?? []));
  return (
    <div>
      <Select
        label={say(`request-${list}`)}
        value=""
        empty={say('request-add')}
        options={catalogue.measures
          .filter((measure) => !taken.has(measure.id) && suits(measure, mill))
          .map(({ id, name }) => ({ value: id, label: pick(name) }))}
        onChange={(id) => id !== '' && put([...named, id])}
      />
      <ul className="named-measures">
        {named.map((id) => (
          <li key={id}>
            {texts.nameOfId(id)}{' '}
            <button
              type="button"
              className="quiet"
              aria-label={say('request-remove', { name: texts.nameOfId(id) })}
              onClick={() => put(named.filter((other) => other !== id))}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
