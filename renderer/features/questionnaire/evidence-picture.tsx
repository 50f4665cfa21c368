import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';

interface EvidencePictureProps {
  readonly name: string;
  readonly picture: Blob;
  readonly onClose: () => void;
}

/** A picture over the page, as large as the window allows. */
export function EvidencePicture({ name, picture, onClose }: EvidencePictureProps) {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setAddress(made);
    dialog.current?.showModal();
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return (
    <dialog
      ref={dialog}
      className="picture"
      aria-label={name}
      onClose={onClose}
      // A digit here is no answer to the question below.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {address === '' ? null : <img src={address} alt={name} />}
      <p className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {say('close')}
        </button>
      </p>
    </dialog>
  );
}
