import type { Offer } from '#assessments/planning/offer.ts';
import {
  closersOf,
  readinessOf,
  type ConditionReading,
  type ConditionState,
  type LadderReading,
  type StepReading,
} from '#assessments/planning/readiness.ts';
import { wordsIn } from '#assessments/reporting/words.ts';
import type { Measure } from '#assessments/schema/measure.ts';
import type { ScoredMill } from '#assessments/scoring/scored-mill.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { policies } from '../../documents/composer/plan-references.ts';

interface ReadinessProps {
  readonly today: ScoredMill;
  readonly after: ScoredMill;
  readonly chosen: readonly Measure[];
  readonly offers: readonly Offer[];
  /** Id of the step that the plan aims at; null for none. */
  readonly target: string | null;
  readonly onShow: (id: string) => void;
}

const TONES = {
  met: 'tone-good',
  missing: 'tone-bad',
  unknown: 'tone-warning',
  'not-applicable': 'tone-muted',
  people: '',
} as const satisfies Record<ConditionState, string>;

/** How far the mill is from the public titles that suit it, today and after the plan; the one aimed at first and open. */
export function Readiness({ today, after, chosen, offers, target, onShow }: ReadinessProps) {
  const { say } = useWords();
  const services = useServices();
  const isAimedAt = ({ steps }: LadderReading) => steps.some(({ step }) => step.id === target);
  const ladders = readinessOf(policies.recognitions, today, after, services.today())
    .filter((reading) => reading.next !== null || isAimedAt(reading))
    .sort((a, b) => Number(isAimedAt(b)) - Number(isAimedAt(a)));
  const others = offers.map(({ measure }) => measure).filter((measure) => !chosen.includes(measure));
  return (
    <section className="readiness">
      <h2>{say('readiness')}</h2>
      <p className="hint">{say('readiness-hint')}</p>
      {ladders.map((reading) => (
        <Ladder
          key={`${reading.ladder.id} ${String(isAimedAt(reading))}`}
          reading={reading}
          target={target}
          chosen={chosen}
          others={others}
          mill={today}
          onShow={onShow}
        />
      ))}
    </section>
  );
}

interface LadderProps extends Pick<ReadinessProps, 'chosen' | 'target' | 'onShow'> {
  readonly reading: LadderReading;
  readonly others: readonly Measure[];
  readonly mill: ScoredMill;
}

/** The step aimed at, else the next one; before it what is ready. */
function Ladder({ reading: { ladder, steps, ready, next }, target, ...measures }: LadderProps) {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  const aim = steps.find(({ step }) => step.id === target) ?? null;
  const shown = aim ?? next;
  if (shown === null) return null;
  return (
    <details open={aim !== null}>
      <summary>
        <b>{pick(ladder.name)}</b> {aim === null ? null : <span className="tag accent">{say('plan-aim')}</span>}
        <small>{say('readiness-step', { step: pick(shown.step.name), counts: countsText(shown) })}</small>
      </summary>
      <p className="hint">
        {ready.length === 0 || ready.includes(shown)
          ? null
          : say('readiness-ready', { steps: ready.map(({ step }) => pick(step.name)).join(say('list-separator')) })}
        {shown.step.confirmNotice ? say('readiness-notice', { issuer: pick(shown.step.issuer) }) : null}
      </p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={pick(shown.step.name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.say('column-condition')}</th>
              <th scope="col">{say('plan-today')}</th>
              <th scope="col">{say('plan-after')}</th>
              <th scope="col">{words.say('column-closes')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.conditions.map((condition, i) => (
              <tr key={i}>
                <td>{pick(condition.condition.text)}</td>
                <State state={condition.today} />
                <State state={condition.after} />
                <td>
                  <Closers reading={condition} {...measures} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );

  function countsText({ conditions }: StepReading): string {
    const count = (when: 'today' | 'after', ...states: ConditionState[]) =>
      conditions.filter((reading) => states.includes(reading[when])).length;
    const open = count('today', 'missing', 'unknown');
    const people = count('today', 'people');
    return [
      ...(count('today', 'met') + open === 0 ? [] : [say('readiness-counts', { met: count('today', 'met'), open })]),
      ...(open === 0 ? [] : [say('readiness-counts-after', { open: count('after', 'missing', 'unknown') })]),
      ...(people === 0 ? [] : [say('readiness-counts-people', { people })]),
    ].join(say('clause-separator'));
  }
}

function State({ state }: { readonly state: ConditionState }) {
  const { language } = useWords();
  return <td className={TONES[state]}>{wordsIn(language).say(`condition-${state}`)}</td>;
}

/** The planned measures that close an open condition; where there is none, those that could. */
function Closers({
  reading: { condition, today, after },
  chosen,
  others,
  mill,
  onShow,
}: Pick<LadderProps, 'chosen' | 'others' | 'mill' | 'onShow'> & { readonly reading: ConditionReading }) {
  const { say, pick, language } = useWords();
  const words = wordsIn(language);
  if ((today !== 'missing' && today !== 'unknown') || condition.check?.kind === 'fact-at-least') return '—';
  const planned = closersOf(condition, chosen, mill);
  if (planned === null) return words.say('closes-many');
  const offered = after === 'met' || planned.length > 0 ? [] : (closersOf(condition, others, mill) ?? []);
  if (planned.length + offered.length === 0) return words.say('closes-none');
  const isPartly = after !== 'met' && planned.length > 0;
  return (
    <>
      {isPartly ? <small>{say('closes-partly')}</small> : null}
      {offered.length === 0 ? null : <small>{say('could-close')}</small>}
      {[...planned, ...offered].map((measure) => (
        <button key={measure.id} type="button" className="quiet" onClick={() => onShow(measure.id)}>
          {pick(measure.name)}
        </button>
      ))}
    </>
  );
}
