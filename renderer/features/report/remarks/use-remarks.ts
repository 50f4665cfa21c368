import { useState } from 'react';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import { plainRemark, type Remark, type RemarkPlace } from '#assessments/schema/remarks.ts';
import { useRecord } from '../../../app/use-record.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { Undo } from '../../../ui/undo-line.tsx';

/** What the specialist does with the text of a place; `suggested` is the sentence that the data give there today. */
export interface RemarkActions {
  /** Writes what was typed; an empty text takes the remark away. */
  readonly write: (text: string, suggested: string) => void;
  /** Makes the sentence that the data give today the specialist's own. */
  readonly take: (suggested: string) => void;
  /** The text holds although the data have changed. */
  readonly confirm: (suggested: string) => void;
  readonly remove: () => void;
}

/** Changes to the remarks of the round that is being filled in, each of which can be undone for a while. */
export function useRemarks(): {
  readonly actionsAt: (place: RemarkPlace) => RemarkActions;
  readonly undo: Undo | null;
  readonly onUndone: () => void;
} {
  const { say, language } = useWords();
  const { diagnosis, record } = useRecord();
  const [undo, setUndo] = useState<Undo | null>(null);
  const set = (place: RemarkPlace, remark: Remark | undefined) =>
    record.diagnosis(diagnosis.id, (before) => withRemark(before, place, remark));
  const actionsAt = (place: RemarkPlace): RemarkActions => {
    const before = diagnosis.remarks?.[place];
    const undoable = (said: 'remark-kept' | 'remark-removed' | 'remark-replaced' | 'remark-confirmed') =>
      setUndo({
        text: say(said, { place: say(`remark-place-${place}`) }),
        undo: () => {
          set(place, before);
          return Promise.resolve();
        },
      });
    const written = (text: string, suggested: string): Remark => ({
      ...before,
      text,
      ...(suggested === '' ? { suggested: undefined, language: undefined } : { suggested, language }),
    });
    const remove = () => {
      set(place, undefined);
      undoable('remark-removed');
    };
    return {
      write: (typed, suggested) => {
        const text = plainRemark(typed, place);
        if (text !== '') set(place, written(text, suggested));
        else if (before !== undefined) remove();
      },
      take: (suggested) => {
        set(place, written(suggested, suggested));
        undoable(before === undefined ? 'remark-kept' : 'remark-replaced');
      },
      confirm: (suggested) => {
        if (before === undefined) return;
        set(place, written(before.text, suggested));
        undoable('remark-confirmed');
      },
      remove,
    };
  };
  return { actionsAt, undo, onUndone: () => setUndo(null) };
}

/** The round with a remark at a place, or without; members that are undefined are left out, as is an empty list of remarks. */
function withRemark({ remarks = {}, ...round }: Diagnosis, place: RemarkPlace, remark: Remark | undefined): Diagnosis {
  const { [place]: _before, ...others } = remarks;
  const after =
    remark === undefined
      ? others
      : {
          ...others,
          [place]: Object.fromEntries(Object.entries(remark).filter(([, member]) => member !== undefined)) as Remark,
        };
  return Object.keys(after).length === 0 ? round : { ...round, remarks: after };
}
