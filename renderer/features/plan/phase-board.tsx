import { phaseCost } from '#assessments/planning/plan-money.ts';
import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import { ITEM_STATES, type Phase, type PlanItem, type PlanRequest } from '#assessments/schema/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import { useMeasureTexts } from './use-measure-texts.ts';

interface PhaseBoardProps {
  readonly planned: readonly PlannedMeasure[];
  readonly request: PlanRequest;
  readonly readOnly: boolean;
  readonly onShow: (id: string) => void;
  readonly onEdit: (id: string, part: Partial<PlanItem>) => void;
}

const PHASES = [1, 2, 3] as const;

/** The chosen measures by phase; phase, lock and state are set here, everything else in the drawer. */
export function PhaseBoard({ planned, request, readOnly, onShow, onEdit }: PhaseBoardProps) {
  const { say } = useWords();
  const phases = new Map(planned.map(({ item }) => [item.id, item.phase]));
  return (
    <fieldset disabled={readOnly}>
      {PHASES.map((phase) => {
        const members = planned.filter((entry) => entry.item.phase === phase);
        const bound = request.phaseBudgetsWan?.[phase - 1] ?? null;
        return (
          <section key={phase} className="phase">
            <h3>
              {say(`phase-${phase}`)}{' '}
              <small>
                {say('phase-sum', { count: members.length, amount: wan(phaseCost(planned, phase)) })}
                {bound === null ? '' : say('phase-bound', { amount: wan(bound) })}
              </small>
            </h3>
            {members.length === 0 ? <p className="hint">{say('phase-empty')}</p> : null}
            {members.map((entry) => (
              <PlanRow
                key={entry.item.id}
                entry={entry}
                late={entry.requires.filter((id) => (phases.get(id) ?? 0) > entry.item.phase)}
                onShow={onShow}
                onEdit={onEdit}
              />
            ))}
          </section>
        );
      })}
    </fieldset>
  );
}

function PlanRow({
  entry: { item, measure, cost },
  late,
  onShow,
  onEdit,
}: {
  readonly entry: PlannedMeasure;
  /** Measures that it requires but that come in a later phase. */
  readonly late: readonly string[];
} & Pick<PhaseBoardProps, 'onShow' | 'onEdit'>) {
  const { say } = useWords();
  const texts = useMeasureTexts();
  const name = texts.name(item, measure);
  return (
    <div className={`plan-row${item.state === 'done' ? ' done' : ''}`}>
      <button type="button" className="quiet" onClick={() => onShow(item.id)}>
        {name}
      </button>
      <small>
        {texts.lifts(measure)}
        {late.length === 0 ? null : (
          <span className="tone-bad"> {say('before-its-needs', { ids: late.join(say('list-separator')) })}</span>
        )}
      </small>
      <span className="align-right">
        {say('wan', { amount: wan(cost.planned) })}
        {texts.isEstimate(item, measure) ? <small>{say('reference-value')}</small> : null}
      </span>
      <Select
        hideLabel
        label={say('phase-of', { name })}
        value={String(item.phase) as '1' | '2' | '3'}
        options={PHASES.map((phase) => ({
          value: String(phase) as '1' | '2' | '3',
          label: say(`phase-short-${phase}`),
        }))}
        onChange={(value) => value !== '' && onEdit(item.id, { phase: Number(value) as Phase, locked: true })}
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
}
