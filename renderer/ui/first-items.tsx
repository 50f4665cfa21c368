import type { ReactNode } from 'react';

interface FirstItemsProps<One> {
  readonly all: readonly One[];
  readonly most: number;
  /** An item of a list, with a key. */
  readonly item: (one: One, position: number) => ReactNode;
  /** Says how many are not shown. */
  readonly more: (count: number) => string;
}

/** The first of many as items of a list, and last how many more there are. */
export function FirstItems<One>({ all, most, item, more }: FirstItemsProps<One>) {
  return (
    <>
      {all.slice(0, most).map(item)}
      {all.length > most ? <li>{more(all.length - most)}</li> : null}
    </>
  );
}
