import { memo, useDeferredValue } from 'react';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { TOPIC_IDS } from '#assessments/schema/ids.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import type { Shelf } from './listing.ts';
import { TableRow } from './table-row.tsx';
import { SortHeader } from './sort-header.tsx';
import type { SortOrder } from './sorting.ts';
import type { Undo } from '../../ui/undo-line.tsx';

/** Fixed, so that the browser need not measure every row to lay out the first. */
const COLUMN_WIDTHS = ['wide', 'city', 'sectors', ...TOPIC_IDS.map(() => 'score'), 'share', 'time', 'tools'];

/** More than a screenful; the others are painted as soon as the browser has time for them. */
const ROWS_AT_ONCE = 30;

interface EnterpriseTableProps {
  readonly rows: readonly EnterpriseRow[];
  readonly shelf: Shelf;
  readonly order: SortOrder;
  readonly onSort: (order: SortOrder) => void;
  readonly onUndoable: (undo: Undo) => void;
}

/** The enterprises with where each topic stands, how complete it is and when it changed; typing does not paint it again. */
export const EnterpriseTable = memo(function EnterpriseTable({
  rows,
  shelf,
  order,
  onSort,
  onUndoable,
}: EnterpriseTableProps) {
  const { say, pick } = useWords();
  const painted = useDeferredValue(rows, rows.slice(0, ROWS_AT_ONCE));
  const sorting = { order, onSort };
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('enterprises')}>
      <table className="enterprises">
        <colgroup>
          {COLUMN_WIDTHS.map((width, i) => (
            <col key={i} className={width} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <SortHeader column="name" {...sorting}>
              {say('name')}
            </SortHeader>
            <SortHeader column="city" {...sorting}>
              {say('city')}
            </SortHeader>
            <SortHeader column="sub-sectors" {...sorting}>
              {say('sub-sectors')}
            </SortHeader>
            {TOPIC_IDS.map((topic) => (
              <SortHeader key={topic} column={topic} className="align-right" {...sorting}>
                {pick(shippedPacks[topic].shortName)}
              </SortHeader>
            ))}
            <SortHeader column="completeness" className="align-right" {...sorting}>
              {say('completeness')}
            </SortHeader>
            <SortHeader column="changed" {...sorting}>
              {say('changed')}
            </SortHeader>
            <th scope="col">
              <span className="unseen">{say('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {painted.map((row) => (
            <TableRow key={row.id} row={row} shelf={shelf} onUndoable={onUndoable} />
          ))}
        </tbody>
      </table>
    </div>
  );
});
