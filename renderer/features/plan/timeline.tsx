import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { spansOf } from '#assessments/planning/timeline.ts';
import { PHASE_ENDS } from '#assessments/schema/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useMeasureTexts } from './use-measure-texts.ts';

const MONTHS = PHASE_ENDS[2];
const ROW = 22;
/** Names are cut beyond this; the list has them whole. */
const WIDEST_NAME = 330;
const WIDTH = 900;
const TOP = 22;
/** Room for half of the last month's label. */
const RIGHT = 32;

/** When each measure runs, in months from the making of the plan, by the one schedule that the report shows too. */
export function Timeline({ planned, start }: { readonly planned: readonly PlannedMeasure[]; readonly start: string }) {
  const { say } = useWords();
  const texts = useMeasureTexts();
  const spans = spansOf(planned, start);
  const names = planned.map(({ item, measure }) => texts.name(item, measure));
  const left = Math.min(WIDEST_NAME, Math.max(...names.map(widthOf)) + 16);
  const at = (month: number) => left + ((WIDTH - left - RIGHT) * Math.min(month, MONTHS)) / MONTHS;
  const height = TOP + planned.length * ROW + 6;
  return (
    <div className="figure-frame" tabIndex={0} role="group" aria-label={say('plan-view-timeline')}>
      <svg
        className="timeline"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={say('timeline-figure', { start })}
      >
        {[0, ...PHASE_ENDS].map((month) => (
          <g key={month}>
            <line x1={at(month)} x2={at(month)} y1={TOP - 6} y2={height} stroke="var(--grid)" />
            <text x={at(month)} y={12} fontSize="11" textAnchor="middle" fill="var(--muted)">
              {say('month', { month })}
            </text>
          </g>
        ))}
        {planned.map((entry, i) => {
          const { from, to } = spans.get(entry.item.id) ?? { from: 0, to: 0 };
          const y = TOP + i * ROW;
          return (
            <g key={entry.item.id}>
              <foreignObject x={0} y={y} width={left - 8} height={ROW}>
                <div className="timeline-name" title={names[i]}>
                  {names[i]}
                </div>
              </foreignObject>
              <rect
                x={at(from)}
                y={y + 4}
                width={Math.max(3, at(to) - at(from))}
                height={12}
                rx={2}
                fill={entry.item.state === 'done' ? 'var(--good)' : 'var(--primary)'}
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** About how wide a name is in print of 12; hanzi are twice as wide as Latin letters. */
function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 6.4), 0);
}
