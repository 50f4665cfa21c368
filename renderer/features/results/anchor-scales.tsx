import { itemState, itemTitle } from '#assessments/reporting/answer-text.ts';
import type { Mill, Topic } from '#assessments/reporting/report-input.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { useWords } from '../../i18n/use-words.ts';

const MARKS = [40, 70, 85] as const;

/** The topic's KPIs on one scale of points, with the anchors of 40, 70 and 85 points marked. */
export function AnchorScales({ topic, mill }: { readonly topic: Topic; readonly mill: Mill }) {
  const { say } = useWords();
  const kpis = topic.result.trace.filter((line) => mill.kpi(line.question) !== undefined);
  if (kpis.length === 0) return null;
  return (
    <section>
      <h3>{say('anchor-scales')}</h3>
      <ul className="scales">
        {kpis.map(({ question, points }) => (
          <li key={question}>
            <span>
              {question} {itemTitle(question, mill)}
            </span>
            <b>{itemState(question, mill)}</b>
            <svg viewBox="0 0 200 22" role="img" aria-label={shownScore(points)}>
              <rect x="0" y="5" width="200" height="8" fill="var(--band)" />
              <rect
                x={points.low * 2}
                y="5"
                width={(points.high - points.low) * 2}
                height="8"
                fill="var(--primary-soft)"
              />
              <rect x="0" y="5" width={points.low * 2} height="8" fill="var(--primary)" />
              {MARKS.map((mark) => (
                <g key={mark}>
                  <line x1={mark * 2} x2={mark * 2} y1="3" y2="15" stroke="var(--ink)" strokeWidth="0.8" />
                  <text x={mark * 2} y="21" fontSize="6.5" textAnchor="middle" fill="var(--muted)">
                    {mark}
                  </text>
                </g>
              ))}
            </svg>
            <small>{shownScore(points)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
