import { useCallback, useEffect, useRef, useState } from 'react';
import { addDraft } from './open-drafts.ts';

const IDLE_MS = 1000;

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
}

/**
 * A text while it is typed, never changed under the hand: handed on a second after the last key, and at blur, hide, close and unmount.
 * While a Chinese word is being composed the second does not run.
 */
export function DraftField({
  value,
  onCommit,
  label,
  multiline = false,
  hideLabel = false,
  invalid = null,
  ...rest
}: DraftFieldProps) {
  const [draft, setDraft] = useState(value);
  const [typing, setTyping] = useState(false);
  const composing = useRef(false);
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
  useEffect(() => {
    if (!typing) return;
    const timer = setTimeout(() => {
      if (!composing.current) commit();
    }, IDLE_MS);
    return () => clearTimeout(timer);
  }, [typing, draft, commit]);
  useEffect(() => {
    const takeOff = addDraft(commit);
    return () => {
      takeOff();
      commit();
    };
  }, [commit]);

  const { numeric = false, ...plain } = rest;
  const field = {
    ...plain,
    value: draft,
    'aria-label': hideLabel ? label : undefined,
    'aria-invalid': invalid === null ? undefined : true,
    inputMode: numeric ? ('decimal' as const) : undefined,
    onChange: ({ target }: { target: { value: string } }) => {
      // At once, not after the next render: the page may go before that.
      latest.current = { ...latest.current, draft: target.value, typing: true };
      setTyping(true);
      setDraft(target.value);
    },
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
      if (typing) commit();
      else setDraft(value);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
    },
  };
  return (
    <label className="field">
      {hideLabel ? null : <span className="field-label">{label}</span>}
      {multiline ? <textarea rows={2} {...field} /> : <input type="text" {...field} />}
      {invalid === null ? null : <span className="field-problem">{invalid}</span>}
    </label>
  );
}
