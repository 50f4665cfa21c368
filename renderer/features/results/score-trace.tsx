import type { ReactNode } from 'react';
import type { PackId } from '#assessments/schema/ids.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import { shownFigure, shownScore } from '#assessments/scoring/shown-number.ts';
import { itemState, itemTitle } from '#assessments/reporting/answer-text.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { useWords } from '../../i18n/use-words.ts';

interface ScoreTraceProps {
  readonly pack: PackId;
  readonly result: PackResult;
  readonly mill: Mill;
  readonly link: (text: string) => ReactNode;
}

/** The score down to the single answer: points, weight and contribution of every line, adding up to the score. */
export function ScoreTrace({ pack, result, mill, link }: ScoreTraceProps) {
  const { say } = useWords();
  return (
    <details className="trace">
      <summary>{say('trace-title', { count: result.trace.length })}</summary>
      <div
        className="table-frame"
        tabIndex={0}
        role="group"
        aria-label={say('trace-title', { count: result.trace.length })}
      >
        <table data-pack={pack}>
          <thead>
            <tr>
              <th scope="col">{say('trace-item')}</th>
              <th scope="col">{say('trace-answer')}</th>
              <th scope="col" className="align-right">
                {say('trace-points')}
              </th>
              <th scope="col" className="align-right">
                {say('trace-weight')}
              </th>
              <th scope="col" className="align-right">
                {say('trace-contribution')}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.trace.map((line) => (
              <tr key={line.question}>
                <td>
                  {link(line.question)} {itemTitle(line.question, mill)}
                </td>
                <td>{itemState(line.question, mill)}</td>
                <td className="align-right">{shownScore(line.points)}</td>
                <td className="align-right">{shownFigure(line.weight * 100)} %</td>
                <td className="align-right">{shownScore(line.contribution)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={4}>{say('trace-sum')}</td>
              <td className="align-right">{shownScore(result.score)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}
