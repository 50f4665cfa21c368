import { COLUMNS, DIRECTIONS, LATEST_FIRST, type SortOrder } from './sorting.ts';

const KEY = 'zhizhen-list-order';

/** The order chosen last in this browser session; latest first where none was. */
export function rememberedOrder(): SortOrder {
  const [columnText, directionText] = (sessionStorage.getItem(KEY) ?? '').split(' ');
  const column = COLUMNS.find((name) => name === columnText);
  const direction = DIRECTIONS.find((name) => name === directionText);
  return column === undefined || direction === undefined ? LATEST_FIRST : { column, direction };
}

export function rememberOrder({ column, direction }: SortOrder): void {
  sessionStorage.setItem(KEY, `${column} ${direction}`);
}
