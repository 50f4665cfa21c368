import { useEffect } from 'react';
import { isPageKey } from './page-key.ts';

/** Letters that act on the active question or, with Shift, on the page. */
export function usePageKeys(keys: Readonly<Record<string, (withShift: boolean) => void>>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = keys[event.key.toLowerCase()];
      if (act === undefined || !isPageKey(event)) return;
      event.preventDefault();
      act(event.shiftKey);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys]);
}
