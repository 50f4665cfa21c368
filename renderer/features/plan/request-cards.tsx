import { Link } from 'wouter';
import { atOnce, freePeople } from '#assessments/planning/choosing.ts';
import { STREAMS } from '#assessments/planning/flows.ts';
import { millSize } from '#assessments/planning/mill-size.ts';
import { plannedMill } from '#assessments/planning/planned-mill.ts';
import { entryLevelOf, recognitionsFor, targetStep } from '#assessments/planning/recognition-target.ts';
import { planTopics } from '#assessments/planning/topics.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import type { LOSSES } from '#assessments/schema/measure.ts';
import { PAINS, type Pain } from '#assessments/schema/measure.ts';
import { MOST_PEOPLE, MOST_WAN, type PlanRequest } from '#assessments/schema/plan.ts';
import type { Pack } from '#assessments/schema/pack.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { stepPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { FigureField } from '../enterprise/figure-field.tsx';
import { catalogue, policies } from '../../documents/composer/plan-references.ts';
import type { CardProps } from './card-props.ts';

const WEIGHTS = ['0', '1', '2'] as const;

/** The request without one of its parts. */
export function without<K extends keyof PlanRequest>(request: PlanRequest, key: K): Omit<PlanRequest, K> {
  const { [key]: _left, ...rest } = request;
  return rest;
}

/** Losses of the year that a pain is about; energy and water are reckoned from what they cost. */
const LOSSES_OF: Readonly<Record<Pain, readonly (typeof LOSSES)[number][]>> = {
  cost: ['downtime'],
  quality: ['rework', 'returns'],
  delivery: ['late'],
  labour: [],
  'energy-water': [],
  customer: ['returns'],
};

/** What hurts, each with what it costs the mill a year by its own figures. */
export function PainCard({ request, onChange }: CardProps) {
  const { say } = useWords();
  const { mill } = useRecord();
  const chosen = request.pains ?? [];
  const planned = plannedMill(mill, catalogue);
  const facts = mill.facts.now;
  const toggle = (pain: Pain) =>
    onChange({
      ...request,
      pains: chosen.includes(pain) ? chosen.filter((other) => other !== pain) : [...chosen, pain],
    });
  return (
    <>
      <fieldset className="pains">
        <legend className="unseen">{say('request-pains')}</legend>
        {PAINS.map((pain) => (
          <label key={pain}>
            <input type="checkbox" checked={chosen.includes(pain)} onChange={() => toggle(pain)} />
            <span>
              {say(`pain-${pain}`)}
              <small>{moneyText(pain)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="hint">
        {say('request-pains-default')} <Link href={stepPath(mill.dossier.id, 'facts')}>{say('to-losses')}</Link>
      </p>
    </>
  );

  function moneyText(pain: Pain): string {
    if (pain === 'labour') {
      const vacancies = facts['people.vacancies'];
      return vacancies === undefined ? say('pain-unknown') : say('pain-vacancies', { count: vacancies });
    }
    if (pain === 'energy-water') {
      const bill = STREAMS.reduce((sum, stream) => sum + planned.wanPerShare(stream), 0);
      return bill === 0 ? say('pain-unknown') : say('pain-bill', { amount: wan(bill) });
    }
    const parts = LOSSES_OF[pain].flatMap((loss) => {
      const amount = facts[`loss.${loss}`];
      return amount === undefined ? [] : [{ loss, amount }];
    });
    if (parts.length === 0) return say('pain-unknown');
    return parts
      .map(({ loss, amount }) => say('pain-loss', { loss: say(`pain-of-${loss}`), amount: wan(amount) }))
      .join(say('list-separator'));
  }
}

/** How much money; without an answer money does not bind. */
export function BudgetCard({ request, onChange }: CardProps) {
  const { say } = useWords();
  return (
    <>
      <FigureField
        label={say('plan-budget')}
        base="10k yuan"
        value={request.budgetWan}
        most={MOST_WAN}
        onCommit={(budgetWan) =>
          onChange(budgetWan === null ? without(request, 'budgetWan') : { ...request, budgetWan })
        }
      />
      <p className="hint">{say('request-budget-default')}</p>
    </>
  );
}

/** Who is free; without an answer what mills of the size have, and how many measures that lets run at once. */
export function PeopleCard({ request, onChange }: CardProps) {
  const { say } = useWords();
  const { mill } = useRecord();
  const size = millSize(mill.facts.now, mill.dossier.enterprise);
  const people = freePeople(request, { size });
  return (
    <>
      <FigureField
        label={say('plan-people')}
        value={request.people}
        most={MOST_PEOPLE}
        onCommit={(given) =>
          onChange(given === null || given === 0 ? without(request, 'people') : { ...request, people: given })
        }
      />
      <p className="hint">
        {say('request-people-default', { size: say(`mill-${size}`), people: freePeople({}, { size }) })}{' '}
        {say('request-at-once', { people, count: atOnce(people) })}
      </p>
    </>
  );
}

/** Levels that a topic can be lifted to. */
function levelsOf({ levels }: Pick<Pack, 'levels'>): number[] {
  return levels.thresholds.map((_, i) => i + 1).filter((level) => level > levels.lowest);
}

/** Which level of each topic, or which title; without an answer the next level of each. */
export function LevelCard({ request, onChange }: CardProps) {
  const { say, pick } = useWords();
  const { mill } = useRecord();
  const { today } = useServices();
  const titles = { ladders: policies.recognitions, asOf: today() };
  const target = targetStep(request, mill, titles);
  const known = planTopics(mill, without(request, 'topics'), target).filter((topic) => topic.target !== null);
  const topics = mill.pinned.map((id) => ({ id, isKnown: known.some(({ pack }) => pack.id === id) }));
  const put = (id: PackId, part: { weight?: 0 | 1 | 2; level?: number | undefined }) => {
    const { level, ...rest } = { weight: 1 as const, ...request.topics?.[id], ...part };
    onChange({ ...request, topics: { ...request.topics, [id]: level === undefined ? rest : { ...rest, level } } });
  };
  return (
    <>
      <Select
        label={say('plan-recognition')}
        value={target?.id ?? ''}
        empty={say('plan-recognition-none')}
        options={recognitionsFor(titles.ladders, mill, titles.asOf).flatMap(({ steps }) =>
          steps.map((step) => ({ value: step.id, label: pick(step.name) })),
        )}
        onChange={(id) => onChange(id === '' ? without(request, 'recognition') : { ...request, recognition: id })}
      />
      <p className="hint">{say('plan-recognition-hint')}</p>
      {topics.map(({ id, isKnown }) => (
        <div key={id} className="topic-wish">
          <Choice
            label={`${pick(mill.packs[id].name)} ${todayText(id)}`}
            value={WEIGHTS[request.topics?.[id]?.weight ?? 1] ?? '1'}
            options={WEIGHTS.map((value) => ({ value, label: say(`plan-weight-${value}`) }))}
            onChange={(value) => put(id, { weight: Number(value) as 0 | 1 | 2 })}
          />
          {isKnown ? (
            <Select
              hideLabel
              label={say('target-of', { topic: pick(mill.packs[id].name) })}
              value={String(request.topics?.[id]?.level ?? '')}
              empty={nextLevelText(id)}
              options={levelsOf(mill.packs[id]).map((level) => ({
                value: String(level),
                label: say('target-level', { level }),
              }))}
              onChange={(value) => put(id, { level: value === '' ? undefined : Number(value) })}
            />
          ) : (
            <small>{say('topic-unknown')}</small>
          )}
        </div>
      ))}
      <p className="hint">{say('request-levels-default')}</p>
    </>
  );

  function todayText(id: PackId): string {
    const level = mill.scores.packs[id]?.level ?? null;
    return say('level-today', { level: level === null ? '—' : say('level', { level }) });
  }

  /** What a topic aims at where the mill names no level: what the recognition asks for, else the next one. */
  function nextLevelText(id: PackId): string {
    const level = entryLevelOf(target, id);
    return level === null ? say('target-next') : say('target-level', { level });
  }
}
