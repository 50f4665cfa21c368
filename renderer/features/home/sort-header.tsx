import type { ReactNode } from 'react';
import { orderAfterClick, type Column, type SortOrder } from './sorting.ts';

interface SortHeaderProps {
  readonly column: Column;
  readonly order: SortOrder;
  readonly onSort: (order: SortOrder) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The head of a column; a click sorts by it, a second one turns it round. */
export function SortHeader({ column, order, onSort, className, children }: SortHeaderProps) {
  return (
    <th scope="col" className={className} aria-sort={order.column === column ? order.direction : 'none'}>
      <button type="button" className="sort" onClick={() => onSort(orderAfterClick(order, column))}>
        {children}
      </button>
    </th>
  );
}
