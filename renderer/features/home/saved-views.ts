import { z } from 'zod';
import { ANYTHING, type Wanted } from './listing.ts';
import { COLUMNS, DIRECTIONS, type SortOrder } from './sorting.ts';

/** What the list was asked for and how it was sorted, under a name. */
export interface SavedView {
  readonly name: string;
  readonly wanted: Wanted;
  readonly order: SortOrder;
}

const KEY = 'zhizhen-list-views';
const Text = z.string().catch('');
const Views = z.array(
  z.object({
    name: z.string(),
    wanted: z.object({ text: Text, city: Text, sector: Text, topic: Text, level: Text, state: Text }),
    order: z.object({ column: z.enum(COLUMNS), direction: z.enum(DIRECTIONS) }),
  }),
);

/** The views saved on this computer, by name; none where what is kept cannot be read. */
export function savedViews(): readonly SavedView[] {
  try {
    return Views.parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

export function keepViews(views: readonly SavedView[]): void {
  localStorage.setItem(KEY, JSON.stringify(views));
}

/** The views with one more, in place of one of its name. */
export function withView(views: readonly SavedView[], added: SavedView): readonly SavedView[] {
  return [...views.filter(({ name }) => name !== added.name), added].sort((a, b) => a.name.localeCompare(b.name, 'zh'));
}

/** Whether two views ask for the same in the same order; names make no difference. */
export function isAlike(one: Omit<SavedView, 'name'>, other: Omit<SavedView, 'name'>): boolean {
  const fields = Object.keys(ANYTHING) as (keyof Wanted)[];
  return (
    fields.every((field) => one.wanted[field] === other.wanted[field]) &&
    one.order.column === other.order.column &&
    one.order.direction === other.order.direction
  );
}
