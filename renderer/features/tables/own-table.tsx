import { useMemo, useState } from 'react';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Select } from '../../ui/select.tsx';
import type { Change } from './change.ts';
import { ColumnRoles } from './column-roles.tsx';
import { depthAt } from './mapping/find-header.ts';
import type { Layout } from './mapping/layout.ts';
import { yearIn } from './mapping/period.ts';
import { statisticsFormOf } from './mapping/statistics-forms.ts';
import { suggestedRoles } from './mapping/suggest-columns.ts';
import { suggestedLayout } from './mapping/suggest-layout.ts';
import { sumItems } from './mapping/sum-items.ts';
import { textOf, type Sheet } from './reading/table.ts';
import { SumTable } from './sum-table.tsx';

/** Rows among which a heading is chosen. */
const HEADS = 30;
const EXCERPT = 40;

interface OwnTableProps {
  /** Those in which something stands, at least one. */
  readonly sheets: readonly Sheet[];
  readonly onTake: (changes: readonly Change[]) => void;
}

/** A table of the mill: which sheet, what its columns are, what they come to, where that goes. */
export function OwnTable({ sheets, onTake }: OwnTableProps) {
  const { say } = useWords();
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      sheets.findIndex((sheet) => !sheet.isHidden && sheet.rows.length > 1),
    ),
  );
  const sheet = sheets[at];
  const options = sheets.map(({ name, isHidden }, i) => ({
    value: String(i),
    label: isHidden ? say('tables-sheet-hidden', { name }) : name === '' ? say('tables-sheet-unnamed') : name,
  }));
  if (sheet === undefined) return null;
  return (
    <>
      {sheets.length === 1 ? null : (
        <Select
          inline
          label={say('tables-sheet')}
          value={String(at)}
          options={options}
          onChange={(value) => setAt(Number(value))}
        />
      )}
      <OneSheet key={at} sheet={sheet} onTake={onTake} />
    </>
  );
}

function OneSheet({ sheet, onTake }: { readonly sheet: Sheet; readonly onTake: OwnTableProps['onTake'] }) {
  const { say } = useWords();
  const { diagnosis } = useRecord();
  const form = statisticsFormOf(sheet);
  const [layout, setLayout] = useState<Layout>(() => suggestedLayout(sheet));
  const [withHidden, setWithHidden] = useState(false);
  const [year, setYear] = useState(() => yearAbove(sheet, layout));
  const summed = useMemo(() => sumItems(sheet.rows, layout, withHidden), [sheet, layout, withHidden]);
  const lacksYear = summed.sums.some((sum) => sum.year === null);
  const takeHeader = (header: number) => {
    const place = { header, depth: depthAt(sheet.rows, header) };
    setLayout({ ...place, roles: suggestedRoles(sheet.rows, place, form) });
  };
  const heads = sheet.rows.slice(0, HEADS).map(({ number, cells }, i) => ({
    value: String(i),
    label: say('tables-header-row', {
      row: number,
      text: cells.map(textOf).filter(Boolean).join(' | ').slice(0, EXCERPT),
    }),
  }));
  const years = [...new Set([diagnosis.year, diagnosis.year - 1, ...(year === null ? [] : [year])])];
  return (
    <>
      {form === null ? null : <p className="callout">{say('tables-is-form', { form: form.id })}</p>}
      <div className="tables-choices">
        <Select
          label={say('tables-header')}
          value={String(layout.header)}
          options={[{ value: '-1', label: say('tables-no-header') }, ...heads]}
          onChange={(value) => takeHeader(Number(value))}
        />
        {lacksYear ? (
          <Select
            label={say('tables-year')}
            value={year === null ? '' : String(year)}
            empty={say('tables-year-choose')}
            options={years.map((each) => ({ value: String(each), label: say('tables-year-of', { year: each }) }))}
            onChange={(value) => setYear(value === '' ? null : Number(value))}
          />
        ) : null}
      </div>
      <ColumnRoles sheet={sheet} layout={layout} onChange={(roles) => setLayout({ ...layout, roles })} />
      {summed.totals === 0 ? null : <p className="hint">{say('tables-left-out', { count: summed.totals })}</p>}
      {summed.hidden === 0 && !withHidden ? null : (
        <label className="tick">
          <input type="checkbox" checked={withHidden} onChange={(event) => setWithHidden(event.target.checked)} />
          {say('tables-with-hidden', { count: sheet.rows.filter(({ isHidden }) => isHidden).length })}
        </label>
      )}
      <SumTable key={JSON.stringify([layout, year])} sums={summed.sums} year={year} onTake={onTake} />
    </>
  );
}

/** The year that the name of a sheet or what stands above its heading says; null where they say none. */
function yearAbove({ name, rows }: Sheet, { header, depth }: Layout): number | null {
  const above = rows.slice(0, Math.max(0, header - depth + 1)).flatMap(({ cells }) => cells.map(textOf));
  return [name, ...above].map(yearIn).find((year) => year !== null) ?? null;
}
