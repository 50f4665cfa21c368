import { entryLevelOf, recognitionsFor, targetStep } from '#assessments/planning/recognition-target.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import { PAINS, type Pain } from '#assessments/schema/measure.ts';
import { MOST_PEOPLE, MOST_WAN, type PlanRequest } from '#assessments/schema/plan.ts';
import type { Pack } from '#assessments/schema/pack.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { FigureField } from '../enterprise/figure-field.tsx';
import { policies } from '../../documents/composer/plan-references.ts';
import type { PlannerState } from './use-planner.ts';

interface PlanRequestFormProps {
  readonly request: PlanRequest;
  readonly isOpen: boolean;
  readonly state: PlannerState;
  readonly onChange: (request: PlanRequest) => void;
  readonly onMake: () => void;
}

const WEIGHTS = ['0', '1', '2'] as const;
const NO_BUDGETS: NonNullable<PlanRequest['phaseBudgetsWan']> = [null, null, null];

/** Levels that a topic can be lifted to. */
function levelsOf({ levels }: Pack): number[] {
  return levels.thresholds.map((_, i) => i + 1).filter((level) => level > levels.lowest);
}

/** What the mill asks of its plan: money, people, topics and pains; then the plan is made. */
export function PlanRequestForm({ request, isOpen, state, onChange, onMake }: PlanRequestFormProps) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const { today } = useServices();
  const titles = { ladders: policies.recognitions, asOf: today() };
  const target = targetStep(request, mill, titles);
  const phases = request.phaseBudgetsWan ?? NO_BUDGETS;
  const without = <K extends keyof PlanRequest>(key: K) => {
    const { [key]: _left, ...rest } = request;
    return rest;
  };
  const togglePain = (pain: Pain) => {
    const before = request.pains ?? [];
    onChange({
      ...request,
      pains: before.includes(pain) ? before.filter((other) => other !== pain) : [...before, pain],
    });
  };
  return (
    <details className="plan-request" open={isOpen}>
      <summary>{say('plan-request')}</summary>
      <div className="form">
        <div className="field-row">
          <FigureField
            label={say('plan-budget')}
            value={request.budgetWan}
            most={MOST_WAN}
            onCommit={(budgetWan) => onChange(budgetWan === null ? without('budgetWan') : { ...request, budgetWan })}
          />
          <FigureField
            label={say('plan-people')}
            value={request.people}
            most={MOST_PEOPLE}
            onCommit={(people) => onChange(people === null ? without('people') : { ...request, people })}
          />
        </div>
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
                    ? without('phaseBudgetsWan')
                    : { ...request, phaseBudgetsWan: after },
                );
              }}
            />
          ))}
        </div>
        {mill.pinned.map((id) => (
          <div key={id} className="topic-wish">
            <Choice
              label={pick(mill.packs[id].name)}
              value={WEIGHTS[request.topics?.[id]?.weight ?? 1] ?? '1'}
              options={WEIGHTS.map((value) => ({ value, label: say(`plan-weight-${value}`) }))}
              onChange={(value) =>
                onChange({
                  ...request,
                  topics: { ...request.topics, [id]: { ...request.topics?.[id], weight: Number(value) as 0 | 1 | 2 } },
                })
              }
            />
            <Select
              hideLabel
              label={say('target-of', { topic: pick(mill.packs[id].name) })}
              value={String(request.topics?.[id]?.level ?? '')}
              empty={nextLevelText(id)}
              options={levelsOf(mill.packs[id]).map((level) => ({
                value: String(level),
                label: say('target-level', { level }),
              }))}
              onChange={(value) => {
                const { level: _before, ...rest } = request.topics?.[id] ?? { weight: 1 as const };
                const wish = value === '' ? rest : { ...rest, level: Number(value) };
                onChange({ ...request, topics: { ...request.topics, [id]: wish } });
              }}
            />
          </div>
        ))}
        <div>
          <Select
            label={say('plan-recognition')}
            value={target?.id ?? ''}
            empty={say('plan-recognition-none')}
            options={recognitionsFor(titles.ladders, mill, titles.asOf).flatMap(({ steps }) =>
              steps.map((step) => ({ value: step.id, label: pick(step.name) })),
            )}
            onChange={(id) => onChange(id === '' ? without('recognition') : { ...request, recognition: id })}
          />
          <p className="hint">{say('plan-recognition-hint')}</p>
        </div>
        <fieldset className="ticks">
          <legend>{say('plan-pains')}</legend>
          {PAINS.map((pain) => (
            <label key={pain}>
              <input
                type="checkbox"
                checked={request.pains?.includes(pain) === true}
                onChange={() => togglePain(pain)}
              />
              <span>{say(`pain-${pain}`)}</span>
            </label>
          ))}
        </fieldset>
        <p className="buttons">
          <button type="button" className="primary" disabled={state.kind === 'working'} onClick={onMake}>
            {say(isOpen ? 'plan-make' : 'plan-make-again')}
          </button>
        </p>
        <div>
          <div role="status">
            {state.kind === 'working' ? <progress aria-label={say('plan-working')} /> : null}
            {state.kind === 'does-not-fit' ? <p className="tone-bad">{say('plan-does-not-fit')}</p> : null}
            {state.kind === 'failed' ? (
              <p className="tone-bad">{say('plan-failed', { reason: state.reason })}</p>
            ) : null}
          </div>
          <p className="hint">{say('plan-request-hint')}</p>
        </div>
      </div>
    </details>
  );

  /** What a topic aims at where the mill names no level: what the recognition asks for, else the next one. */
  function nextLevelText(id: PackId): string {
    const level = entryLevelOf(target, id);
    return level === null ? say('target-next') : say('target-level', { level });
  }
}
