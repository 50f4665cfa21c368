import { useState } from 'react';
import { grouped } from '#assessments/reporting/shown-figure.ts';
import { factSheet } from '#assessments/schema/fact-sheet.ts';
import { NUMERIC_FACT_IDS, type NumericFactId } from '#assessments/schema/facts.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import type { Change } from './change.ts';
import { ChangesPreview } from './changes-preview.tsx';
import type { ItemSum } from './mapping/sum-items.ts';
import { isPartOfYear, suggestedMapping, tablePreview, unitFor, type Mapping } from './mapping/table-preview.ts';
import { offeredUnits } from './mapping/units.ts';

/** Things in a table that are shown; more are the sign of a column that is no name. */
const SHOWN = 60;

interface SumTableProps {
  readonly sums: readonly ItemSum[];
  /** Of what the table gives no year. */
  readonly year: number | null;
  readonly onTake: (changes: readonly Change[]) => void;
}

/** What each thing in a table comes to and where it goes, then what that would change. */
export function SumTable({ sums, year, onTake }: SumTableProps) {
  const { say } = useWords();
  const { dossier } = useRecord();
  const [mappings, setMappings] = useState<readonly Mapping[]>(() => sums.map((sum) => suggestedMapping(sum, year)));
  const held = sums.slice(0, SHOWN).map((sum, i) => mappings[i] ?? suggestedMapping(sum, year));
  if (sums.length === 0) return <p role="status">{say('tables-no-items')}</p>;
  const preview = tablePreview(sums, held, dossier);
  return (
    <>
      <div className="table-frame">
        <table className="sums">
          <caption>{say('tables-items')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('tables-item')}</th>
              <th scope="col" className="align-right">
                {say('tables-sum')}
              </th>
              <th scope="col">{say('tables-fact')}</th>
              <th scope="col">{say('tables-unit')}</th>
              <th scope="col">{say('tables-year-head')}</th>
            </tr>
          </thead>
          <tbody>
            {sums.slice(0, SHOWN).map((sum, i) => (
              <SumRow
                key={JSON.stringify([sum.item, sum.unit, sum.year])}
                sum={sum}
                mapping={held[i] ?? suggestedMapping(sum, year)}
                onChange={(mapping) => setMappings(held.map((before, at) => (at === i ? mapping : before)))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {sums.length > SHOWN ? <p className="hint">{say('tables-more-items', { count: sums.length - SHOWN })}</p> : null}
      <ChangesPreview preview={preview} onTake={onTake} />
    </>
  );
}

interface SumRowProps {
  readonly sum: ItemSum;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

function SumRow({ sum, mapping, onChange }: SumRowProps) {
  const { say, pick } = useWords();
  const { item, value, unit, isPercent, months, figures, unread } = sum;
  const offered = mapping.fact === null ? [] : offeredUnits(mapping.fact);
  const units = offered.includes(mapping.unit) || mapping.unit === '' ? offered : [mapping.unit, ...offered];
  const facts = NUMERIC_FACT_IDS.map((id) => ({ value: id, label: pick(factSheet[id].label) }));
  const takeFact = (fact: NumericFactId | '') =>
    onChange({ ...mapping, fact: fact === '' ? null : fact, unit: fact === '' ? '' : unitFor(fact, sum) });
  return (
    <tr>
      <th scope="row">
        {item}
        {months > 1 && !isPartOfYear(sum) ? <small> {say('tables-months', { months })}</small> : null}
        {months <= 1 && figures > 1 ? <small> {say('tables-figures', { count: figures })}</small> : null}
        {isPartOfYear(sum) ? <small className="tone-warning"> {say('tables-part-of-year', { months })}</small> : null}
        {unread.length === 0 ? null : (
          <small className="tone-bad"> {say('tables-unread', { cells: unread.slice(0, 5).join('、') })}</small>
        )}
      </th>
      <td className="align-right">
        {grouped(value)} {isPercent ? '%' : unit}
      </td>
      <td>
        <Select
          hideLabel
          label={say('tables-fact-of', { item })}
          value={mapping.fact ?? ''}
          empty={say('tables-fact-none')}
          options={facts}
          onChange={takeFact}
        />
      </td>
      <td>
        <Select
          hideLabel
          label={say('tables-unit-of', { item })}
          value={mapping.unit}
          empty={say('tables-unit-choose')}
          disabled={mapping.fact === null}
          options={units.map((each) => ({ value: each, label: each }))}
          onChange={(chosen) => onChange({ ...mapping, unit: chosen })}
        />
      </td>
      <td>{mapping.year ?? '—'}</td>
    </tr>
  );
}
