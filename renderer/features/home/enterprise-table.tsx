import { memo } from 'react';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { TOPIC_IDS } from '#assessments/schema/ids.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import type { Shelf } from './listing.ts';
import { BLOCK, RowBlock } from './row-block.tsx';
import { SelectAll } from './select-all.tsx';
import { SortHeader } from './sort-header.tsx';
import type { SortOrder } from './sorting.ts';
import type { Undo } from '../../ui/undo-line.tsx';
import type { Twin } from './twins.ts';
import type { Tick } from './use-selection.ts';

/** Fixed, so that the browser need not measure every row to lay out the first. */
const COLUMN_WIDTHS = ['tick', 'wide', 'city', 'sectors', ...TOPIC_IDS.map(() => 'score'), 'share', 'time', 'tools'];

interface EnterpriseTableProps {
  readonly rows: readonly EnterpriseRow[];
  readonly shelf: Shelf;
  readonly order: SortOrder;
  readonly ticked: ReadonlySet<string>;
  readonly twins: ReadonlyMap<string, Twin>;
  readonly onTick: Tick;
  readonly onTickAll: (isTicked: boolean) => void;
  readonly onSort: (order: SortOrder) => void;
  readonly onUndoable: (undo: Undo) => void;
}

/** The enterprises with where each topic stands, how complete it is and when it changed; typing does not paint it again. */
export const EnterpriseTable = memo(function EnterpriseTable({
  rows,
  shelf,
  order,
  ticked,
  twins,
  onTick,
  onTickAll,
  onSort,
  onUndoable,
}: EnterpriseTableProps) {
  const { say, pick } = useWords();
  const starts = Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, i) => i * BLOCK);
  const sorting = { order, onSort };
  return (
    <div className="table-frame list-frame" tabIndex={0} role="group" aria-label={say('enterprises')}>
      <table className="enterprises" aria-rowcount={1 + rows.length}>
        <colgroup>
          {COLUMN_WIDTHS.map((width, i) => (
            <col key={i} className={width} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <SelectAll rows={rows} ticked={ticked} onTickAll={onTickAll} />
            </th>
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
        {starts.map((from) => (
          <RowBlock
            key={from}
            rows={rows.slice(from, from + BLOCK)}
            from={from}
            shelf={shelf}
            ticked={ticked}
            twins={twins}
            onTick={onTick}
            onUndoable={onUndoable}
          />
        ))}
      </table>
    </div>
  );
});
