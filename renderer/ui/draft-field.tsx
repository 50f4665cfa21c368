import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { DraftClock } from './draft-clock.ts';
import { addDraft } from './open-drafts.ts';
import { cellsInOneLine, withoutUnseen } from './pasted-text.ts';

interface DraftFieldProps {
  readonly value: string;
  readonly onCommit: (text: string) => void;
  readonly label: string;
  readonly id?: string;
  readonly multiline?: boolean;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly invalid?: string | null;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  /** Looks at a text that is pasted; true where it has dealt with it, and it is not put into the field. */
  readonly onPasted?: (text: string) => boolean;
}

/**
 * A text while it is typed, never changed under the hand: handed on as its clock says, and at blur, hide, close and unmount.
 */
export function DraftField({
  value,
  onCommit,
  label,
  multiline = false,
  hideLabel = false,
  invalid = null,
  onPasted,
  ...rest
}: DraftFieldProps) {
  const [draft, setDraft] = useState(value);
  const [typing, setTyping] = useState(false);
  const focused = useRef(false);
  const latest = useRef({ draft, value, typing, onCommit });
  useEffect(() => {
    latest.current = { draft, value, typing, onCommit };
  });
  useEffect(() => {
    if (!typing && !focused.current) setDraft(value);
  }, [value, typing]);

  const commit = useCallback(() => {
    const now = latest.current;
    if (!now.typing) return;
    latest.current = { ...now, typing: false };
    setTyping(false);
    if (now.draft !== now.value) now.onCommit(now.draft);
  }, []);
  const [clock] = useState(() => new DraftClock(commit));
  useEffect(() => {
    const takeOff = addDraft(commit);
    return () => {
      takeOff();
      clock.stop();
      commit();
    };
  }, [clock, commit]);

  const { numeric = false, ...plain } = rest;
  const type = (text: string) => {
    // At once, not after the next render: the page may go before that.
    latest.current = { ...latest.current, draft: text, typing: true };
    setTyping(true);
    setDraft(text);
    clock.typed();
  };
  /** The browser would join the cells of a table to one figure; apart they are none, which is said. */
  const takesPasted = (text: string) => {
    if (onPasted?.(text) === true) return true;
    const cells = numeric ? cellsInOneLine(text) : null;
    if (cells !== null) type(cells);
    return cells !== null;
  };
  const field = {
    ...plain,
    value: draft,
    'aria-label': hideLabel ? label : undefined,
    'aria-invalid': invalid === null ? undefined : true,
    inputMode: numeric ? ('decimal' as const) : undefined,
    onChange: ({ target }: { target: { value: string } }) =>
      type(multiline ? target.value : withoutUnseen(target.value)),
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
      if (typing) commit();
      else setDraft(value);
    },
    onPaste: (event: ClipboardEvent<HTMLElement>) => {
      if (!event.isDefaultPrevented() && takesPasted(event.clipboardData.getData('text'))) event.preventDefault();
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      if (takesPasted(event.dataTransfer.getData('text'))) event.preventDefault();
    },
    onCompositionStart: clock.composing,
    onCompositionEnd: clock.composed,
  };
  return (
    <label className="field">
      {hideLabel ? null : <span className="field-label">{label}</span>}
      {multiline ? <textarea rows={2} {...field} /> : <input type="text" {...field} />}
      {invalid === null ? null : <span className="field-problem">{invalid}</span>}
    </label>
  );
}
