import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { monthsAfter } from '#assessments/planning/schedule.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { ITEM_STATES, type Firmness, type Phase, type PlanItem, type PlanRequest } from '#assessments/schema/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { usePlanTexts } from './use-plan-texts.ts';

interface PhaseBoardProps {
  readonly planned: readonly PlannedMeasure[];
  readonly request: PlanRequest;
  readonly startOn: string;
  /** How sure each is; null where nobody has tried, or for another mill. */
  readonly firm: Firmness | null;
  readonly readOnly: boolean;
  readonly onShow: (id: string) => void;
  readonly onEdit: (id: string, part: Partial<PlanItem>) => void;
}

const PHASES = [1, 2, 3] as const;

/** The chosen measures by phase; the earliest phase, lock and state are set here, everything else in the drawer. */
export function PhaseBoard({ planned, request, readOnly, ...rest }: PhaseBoardProps) {
  const { say } = useWords();
  return (
    <fieldset disabled={readOnly}>
      {PHASES.map((phase) => {
        const members = planned.filter((entry) => entry.phase === phase);
        const bound = request.phaseBudgetsWan?.[phase - 1] ?? null;
        return (
          <section key={phase} className="phase">
            <h3>
              {say(`phase-${phase}`)}{' '}
              <small>
                {say('phase-sum', {
                  count: members.length,
                  amount: wan(members.reduce((sum, { cost }) => sum + cost.planned, 0)),
                })}
                {bound === null ? '' : say('phase-bound', { amount: wan(bound) })}
              </small>
            </h3>
            {members.length === 0 ? <p className="hint">{say('phase-empty')}</p> : null}
            {members.map((entry) => (
              <PlanRow key={entry.item.id} entry={entry} {...rest} />
            ))}
          </section>
        );
      })}
    </fieldset>
  );
}

function PlanRow({
  entry,
  startOn,
  firm,
  onShow,
  onEdit,
}: { readonly entry: PlannedMeasure } & Pick<PhaseBoardProps, 'startOn' | 'firm' | 'onShow' | 'onEdit'>) {
  const { say } = useWords();
  const texts = usePlanTexts();
  const { item, measure, cost, benefit, payback, span, closes, isLate } = entry;
  const name = texts.name(entry);
  const isGuessed = cost.origin === 'estimate' || !cost.isSized;
  return (
    <div className={`plan-row${item.state === 'done' ? ' done' : ''}`}>
      <button type="button" className="quiet" onClick={() => onShow(item.id)}>
        <span>
          {name}
          {closes.length === 0 ? null : (
            <span className="tag tone-bad">{say('closes-gates', { gates: closes.join(' ') })}</span>
          )}
          {measure === null ? <span className="tag">{say('own-measure')}</span> : null}
          <Lacking own={item.own} />
          <Firm share={firm?.[item.id]} />
        </span>
      </button>
      <span className="align-right">
        {texts.wan(cost.planned)}
        {isGuessed ? <span className="mark">＊</span> : null}
        <small>{texts.yearly(benefit)}</small>
      </span>
      <span>
        {texts.paybackShort(payback)}
        <small>{say('span-months', { start: dayOf(span.start), end: dayOf(span.end) })}</small>
        {isLate ? <small className="tone-bad">{say('span-late')}</small> : null}
      </span>
      <Select
        hideLabel
        label={say('phase-of', { name })}
        value={item.phase === undefined ? '' : (String(item.phase) as '1' | '2' | '3')}
        empty={say('phase-any')}
        options={PHASES.map((phase) => ({
          value: String(phase) as '1' | '2' | '3',
          label: say(`phase-from-${phase}`),
        }))}
        onChange={(value) => onEdit(item.id, { phase: value === '' ? undefined : (Number(value) as Phase) })}
      />
      <Select
        hideLabel
        label={say('state-of', { name })}
        value={item.state ?? 'planned'}
        options={ITEM_STATES.map((state) => ({ value: state, label: say(`item-${state}`) }))}
        onChange={(state) => state !== '' && onEdit(item.id, { state })}
      />
      <label className="half">
        <input
          type="checkbox"
          checked={item.locked === true}
          aria-label={say('lock-of', { name })}
          onChange={() => onEdit(item.id, { locked: item.locked !== true })}
        />
        <span>{say('lock')}</span>
      </label>
    </div>
  );

  function dayOf(month: number): string {
    return monthsAfter(startOn, month).slice(0, 7);
  }
}

/** What the enterprise has not said of a measure of its own: blank is unknown, and counts nothing. */
function Lacking({ own }: { readonly own: PlanItem['own'] }) {
  const { say } = useWords();
  if (own === undefined) return null;
  const lacking = (['costWan', 'benefitWan', 'months'] as const).filter((key) => own[key] === undefined);
  if (lacking.length === 0) return null;
  const names = lacking.map((key) => say(`lacking-${key}`)).join(say('list-separator'));
  return <span className="tag tone-warning">{say('own-lacking', { names })}</span>;
}

const SURE = 0.9;
const LIKELY = 0.6;

/** Whether the measure stays chosen as costs and efforts vary. */
export function Firm({ share }: { readonly share: number | undefined }) {
  const { say } = useWords();
  if (share === undefined) return null;
  const name = share >= SURE ? 'sure' : share >= LIKELY ? 'likely' : 'by-quotes';
  return (
    <span className="tag" title={say('firm-share', { share: Math.round(100 * share) })}>
      {say(`firm-${name}`)}
    </span>
  );
}
