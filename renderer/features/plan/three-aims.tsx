import type { KeptView } from '#assessments/planning/kept-view.ts';
import { wan } from '#assessments/reporting/plan-text.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import { AIMS, type Aim, type PlanItem } from '#assessments/schema/plan.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { MadeChoice } from '../../workers/plan-worker.ts';
import { OpenGates } from './open-gates.tsx';
import { useClaim } from './use-claim.ts';
import type { MadePlans } from './use-planner.ts';
import { usePlanTexts } from './use-plan-texts.ts';

interface ThreeAimsProps {
  readonly made: MadePlans;
  /** What the mill can choose from, for the same request. */
  readonly view: KeptView;
  readonly onTake: (aim: Aim) => void;
  readonly onLeave: () => void;
}

const MOST_NAMES = 6;

/** The best plan by each aim for the same limits, side by side; the mill takes one. */
export function ThreeAims({ made, view, onTake, onLeave }: ThreeAimsProps) {
  const { say, pick } = useWords();
  const { mill, readOnly } = useRecord();
  const texts = usePlanTexts();
  const claim = useClaim();
  const { byAim, request } = made;
  const rows: readonly (readonly [string, (choice: MadeChoice, aim: Aim) => React.ReactNode])[] = [
    [
      say('plan-cost'),
      ({ cost }) => (
        <>
          <b>{texts.wan(cost.planned)}</b>
          <small>{say('cost-low-high', { low: wan(cost.low), high: wan(cost.high) })}</small>
        </>
      ),
    ],
    [
      say('plan-benefit'),
      ({ benefit }) => (
        <>
          <b>{texts.yearly(benefit)}</b>
          {benefit === null ? null : (
            <>
              <small>{say('cost-low-high', { low: wan(benefit.low), high: wan(benefit.high) })}</small>
              <small>{texts.cautious(benefit)}</small>
            </>
          )}
        </>
      ),
    ],
    [
      say('payback'),
      ({ payback }) => (
        <>
          <b>{texts.payback(payback)}</b>
          <small>{texts.paybackCautious(payback)}</small>
        </>
      ),
    ],
    ...mill.pinned.map((id) => [pick(mill.packs[id].name), (choice: MadeChoice) => levelText(id, choice)] as const),
    [
      say('section-GATE'),
      ({ gatesClosed, gatesOpen }) =>
        gatesClosed.length + gatesOpen.length === 0 ? (
          say('gates-none')
        ) : (
          <span className={gatesOpen.length === 0 ? '' : 'tone-bad'}>
            {say('gates-closed', { closed: gatesClosed.length, all: gatesClosed.length + gatesOpen.length })}
            {gatesOpen.length === 0 ? null : <small>{gatesOpen.join(say('list-separator'))}</small>}
          </span>
        ),
    ],
    [
      say('aims-only-here'),
      ({ items }, aim) => {
        const others = new Set(AIMS.filter((other) => other !== aim).flatMap((other) => idsOf(byAim[other].items)));
        return <Names ids={idsOf(items).filter((id) => !others.has(id))} />;
      },
    ],
    [
      say('aims-measures'),
      ({ items }, aim) => {
        const same = AIMS.filter((other) => other !== aim && isSame(byAim[other].items, items));
        return (
          <>
            {say('measure-count', { count: idsOf(items).length })}
            {same.length === 0 ? null : (
              <small>
                {say('aims-same', { aims: same.map((other) => say(`aim-${other}`)).join(say('list-separator')) })}
              </small>
            )}
          </>
        );
      },
    ],
    [say('plan-choice'), ({ gap, gapIn }, aim) => <small>{claim(aim, request, gap, gapIn)}</small>],
  ];
  return (
    <section className="three-aims">
      <div className="toolbar">
        <h2>{say('aims-title')}</h2>
        <button type="button" className="quiet" onClick={onLeave}>
          {say('aims-leave')}
        </button>
      </div>
      <OpenGates gatesOpen={byAim.balanced.gatesOpen} gatesClosed={byAim.balanced.gatesClosed} view={view} />
      <p className="hint">{say('aims-hint')}</p>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('aims-title')}>
        <table>
          <thead>
            <tr>
              <td />
              {AIMS.map((aim) => (
                <th key={aim} scope="col">
                  {say(`aim-${aim}`)}
                  <small>{say(`aim-${aim}-hint`)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, cell]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {AIMS.map((aim) => (
                  <td key={aim}>{cell(byAim[aim], aim)}</td>
                ))}
              </tr>
            ))}
            <tr>
              <td />
              {AIMS.map((aim) => (
                <td key={aim}>
                  <button
                    type="button"
                    className={aim === 'balanced' ? 'primary' : ''}
                    disabled={readOnly}
                    onClick={() => onTake(aim)}
                  >
                    {say('aim-take', { aim: say(`aim-${aim}`) })}
                  </button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );

  function levelText(id: PackId, { levels, targets }: MadeChoice): React.ReactNode {
    const today = mill.scores.packs[id]?.level ?? null;
    const after = levels[id] ?? null;
    const target = targets.find(({ pack }) => pack === id);
    const shown = (level: number | null) => (level === null ? '—' : say('level', { level }));
    return (
      <>
        <b>{today === after ? shown(after) : say('level-change', { today: shown(today), after: shown(after) })}</b>
        <small className={target === undefined || target.reached ? '' : 'tone-warning'}>
          {target === undefined
            ? say('target-not-counted')
            : say(target.reached ? 'target-reached' : target.onlyUnknown ? 'target-only-unknown' : 'target-missed', {
                level: target.level,
              })}
        </small>
      </>
    );
  }
}

function Names({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  const texts = usePlanTexts();
  if (ids.length === 0) return say('aims-nothing-only-here');
  const [first, rest] = [ids.slice(0, MOST_NAMES), ids.slice(MOST_NAMES)];
  return (
    <>
      <ul>
        {first.map((id) => (
          <li key={id}>{texts.nameOfId(id)}</li>
        ))}
      </ul>
      {rest.length === 0 ? null : (
        <details>
          <summary>{say('and-more', { count: rest.length })}</summary>
          <ul>
            {rest.map((id) => (
              <li key={id}>{texts.nameOfId(id)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function idsOf(items: readonly PlanItem[]): string[] {
  return items.filter(({ state }) => state !== 'dropped').map(({ id }) => id);
}

function isSame(a: readonly PlanItem[], b: readonly PlanItem[]): boolean {
  return idsOf(a).sort().join(' ') === idsOf(b).sort().join(' ');
}
