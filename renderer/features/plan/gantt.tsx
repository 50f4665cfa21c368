import type { PlannedMeasure } from '#assessments/planning/planned-measures.ts';
import { monthsAfter } from '#assessments/planning/schedule.ts';
import { LAST_MONTH } from '#assessments/schema/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { usePlanTexts } from './use-plan-texts.ts';

const ROW = 24;
const STEP = 6;
/** Names are cut beyond this; the board has them whole. */
const WIDEST_NAME = 300;
const DATES = 128;
const WIDTH = 1040;
const TOP = 34;
/** Room for half of the last month's label. */
const RIGHT = 36;

interface GanttProps {
  readonly planned: readonly PlannedMeasure[];
  /** The day YYYY-MM-DD from which months count. */
  readonly startOn: string;
}

/** When each measure runs, by month and by date, from the one schedule that board and report show too. */
export function Gantt({ planned, startOn }: GanttProps) {
  const { say } = useWords();
  const texts = usePlanTexts();
  const names = planned.map((entry) => texts.name(entry));
  const left = Math.min(WIDEST_NAME, Math.max(60, ...names.map(widthOf))) + 16;
  const last = STEP * Math.ceil(Math.max(LAST_MONTH, ...planned.map(({ span }) => span.end)) / STEP);
  const begin = left + DATES;
  const at = (month: number) => begin + ((WIDTH - begin - RIGHT) * Math.max(0, month)) / last;
  const dateOf = (month: number) => monthsAfter(startOn, month).slice(0, 7);
  const height = TOP + planned.length * ROW + 6;
  const marks = Array.from({ length: last / STEP + 1 }, (_, i) => i * STEP);
  return (
    <div className="figure-frame" tabIndex={0} role="group" aria-label={say('plan-view-timeline')}>
      <svg
        className="timeline"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={say('timeline-figure', { start: startOn })}
      >
        {marks.map((month) => (
          <g key={month}>
            <line x1={at(month)} x2={at(month)} y1={TOP - 6} y2={height} stroke="var(--grid)" />
            <text x={at(month)} y={11} fontSize="11" textAnchor="middle" fill="var(--muted)">
              {say('month', { month })}
            </text>
            <text x={at(month)} y={24} fontSize="11" textAnchor="middle" fill="var(--muted)">
              {dateOf(month)}
            </text>
          </g>
        ))}
        {planned.map(({ item, span, isLate }, i) => {
          const y = TOP + i * ROW;
          const dates = `${dateOf(span.start)} – ${dateOf(span.end)}`;
          return (
            <g key={item.id}>
              <foreignObject x={0} y={y} width={left - 8} height={ROW}>
                <div className="timeline-name" title={names[i]}>
                  {names[i]}
                </div>
              </foreignObject>
              <text x={left} y={y + 15} fontSize="11" fill={isLate ? 'var(--bad)' : 'var(--muted)'}>
                {dates}
              </text>
              <rect
                x={at(span.start)}
                y={y + 5}
                width={Math.max(3, at(span.end) - at(span.start))}
                height={12}
                rx={2}
                fill={item.state === 'done' ? 'var(--good)' : isLate ? 'var(--bad)' : 'var(--primary)'}
              >
                <title>{`${names[i]} ${dates}`}</title>
              </rect>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** About how wide a name is in print of 12; hanzi are twice as wide as Latin letters. */
function widthOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter > '⹿' ? 12 : 6.4), 0);
}
