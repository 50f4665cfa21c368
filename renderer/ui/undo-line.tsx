import { useEffect } from 'react';
import { useAttempt } from '../app/use-attempt.ts';
import { useWords } from '../i18n/use-words.ts';

export interface Undo {
  readonly text: string;
  readonly undo: () => Promise<void>;
}

const SHOWN_MS = 12_000;

/** Says what was just done and offers to undo it for a while. */
export function UndoLine({ undo, onDone }: { readonly undo: Undo; readonly onDone: () => void }) {
  const { say } = useWords();
  const attempt = useAttempt();
  useEffect(() => {
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [undo, onDone]);
  return (
    <div className="undo" role="status">
      {undo.text}
      <button type="button" onClick={() => void attempt(() => undo.undo().then(onDone))}>
        {say('undo')}
      </button>
    </div>
  );
}
