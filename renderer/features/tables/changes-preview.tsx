import { useState } from 'react';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Change, Preview, Refused } from './change.ts';
import { useChangeWords } from './use-change-words.ts';

interface ChangesPreviewProps {
  readonly preview: Preview;
  readonly onTake: (changes: readonly Change[]) => void;
}

/** Every field that would change, old beside new, each to be left out by its tick; then what is not taken and why. */
export function ChangesPreview({ preview: { changes, refused, same }, onTake }: ChangesPreviewProps) {
  const { say, pick } = useWords();
  const { readOnly } = useRecord();
  const wordsOf = useChangeWords();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const shown = changes.map((change) => ({ change, ...wordsOf(change) }));
  const taken = shown.filter(({ key }) => !left.has(key));
  const placeOf = ({ place, field }: Refused) =>
    field === undefined
      ? place
      : say('tables-refused-place', { place, field: pick(factSheet[field.fact].label), year: field.year });
  const toggle = (keys: readonly string[], isTaken: boolean) =>
    setLeft((before) => new Set(isTaken ? [...before].filter((key) => !keys.includes(key)) : [...before, ...keys]));
  return (
    <section aria-label={say('tables-preview')}>
      <h3>{say('tables-preview')}</h3>
      {shown.length === 0 ? (
        <p role="status">{say('tables-nothing')}</p>
      ) : (
        <div className="table-frame">
          <table className="changes">
            <thead>
              <tr>
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={say('tables-take-all')}
                    checked={taken.length === shown.length}
                    onChange={(event) =>
                      toggle(
                        shown.map(({ key }) => key),
                        event.target.checked,
                      )
                    }
                  />
                </th>
                <th scope="col">{say('tables-field')}</th>
                <th scope="col">{say('tables-before')}</th>
                <th scope="col">{say('tables-after')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ key, name, where, before, after }) => (
                <tr key={key}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={say('tables-take-one', { field: `${name} ${where}` })}
                      checked={!left.has(key)}
                      onChange={(event) => toggle([key], event.target.checked)}
                    />
                  </td>
                  <th scope="row">
                    {name} <small>{where}</small>
                  </th>
                  <td className="before">{before === '' ? say('tables-empty-field') : before}</td>
                  <td className="after">{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {same === 0 ? null : <p className="hint">{say('tables-same', { count: same })}</p>}
      {refused.length === 0 ? null : (
        <details className="refused" open>
          <summary>{say('tables-refused', { count: refused.length })}</summary>
          <ul>
            {refused.map((entry, i) => (
              <li key={i}>
                {say('tables-refused-line', {
                  place: placeOf(entry),
                  text: entry.text,
                  reason: say(`refused-${entry.reason}`),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {shown.length === 0 ? null : (
        <button
          type="button"
          className="primary"
          disabled={readOnly || taken.length === 0}
          onClick={() => onTake(taken.map(({ change }) => change))}
        >
          {say('tables-take', { count: taken.length })}
        </button>
      )}
    </section>
  );
}
