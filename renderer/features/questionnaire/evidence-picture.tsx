import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../i18n/use-words.ts';

interface EvidencePictureProps {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly onClose: () => void;
  /** Buttons beside the one that closes. */
  readonly actions?: ReactNode;
}

/** A picture over the page, as large as the window allows, or a word that it is none. */
export function EvidencePicture({ name, bytes, mime, onClose, actions }: EvidencePictureProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState('');
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
    setAddress(made);
    dialog.current?.showModal();
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  return (
    <dialog
      ref={dialog}
      className="picture"
      aria-label={name}
      onClose={onClose}
      // A digit here is no answer to the question below.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {address === '' || isBroken ? null : <img src={address} alt={name} onError={() => setBroken(true)} />}
      {isBroken ? (
        <p className="tone-bad" role="alert">
          {say('picture-unreadable')}
        </p>
      ) : null}
      <p className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
        {actions}
      </p>
    </dialog>
  );
}
