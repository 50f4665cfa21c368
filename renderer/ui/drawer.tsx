import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';

interface DrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Buttons beside the one that closes. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog to read in, opened at its title; Escape and the button close it. */
export function Drawer({ title, onClose, actions, children }: DrawerProps) {
  const { say } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} className="drawer" onClose={onClose} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div className="buttons">
        <button type="button" className="primary" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
        {actions}
      </div>
    </dialog>
  );
}
