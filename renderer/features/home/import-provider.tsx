import { createContext, use, useState, type ReactNode } from 'react';
import type { Undo } from '../../ui/undo-line.tsx';
import { useImport, type Import } from './use-import.ts';

interface Importing {
  readonly taking: Import;
  /** What was done last on the list and can be undone; null where nothing can. */
  readonly undo: Undo | null;
  readonly setUndo: (undo: Undo | null) => void;
}

const ImportContext = createContext<Importing | null>(null);

/** Imports live above the pages: whoever goes back while one is written finds it, or what came of it, on the list. */
export function ImportProvider({ children }: { readonly children: ReactNode }) {
  const [undo, setUndo] = useState<Undo | null>(null);
  const taking = useImport(setUndo);
  return <ImportContext value={{ taking, undo, setUndo }}>{children}</ImportContext>;
}

export function useImporting(): Importing {
  const importing = use(ImportContext);
  if (importing === null) throw new Error('no imports above this component');
  return importing;
}
