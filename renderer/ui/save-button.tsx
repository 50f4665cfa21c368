import { useState } from 'react';
import type { FileKind, NamedFile } from '#electron/contract/desktop-api.ts';
import { useServices } from '../app/services.ts';
import { useWords } from '../i18n/use-words.ts';
import { isTooLong } from '../platform/dossier-file.ts';
import { RevealButton } from './reveal-button.tsx';

interface SaveButtonProps {
  readonly label: string;
  readonly kind: FileKind;
  readonly className?: string;
  /** The file to save, made when it is asked for; null where there is none any more. */
  readonly file: () => Promise<NamedFile | null>;
}

/** Saves a file where the user says; then shows it in its folder, or says why it could not be saved. */
export function SaveButton({ label, kind, className, file }: SaveButtonProps) {
  const { say } = useWords();
  const { desktop } = useServices();
  const [ticket, setTicket] = useState('');
  const [problem, setProblem] = useState('');
  const save = async () => {
    setProblem('');
    setTicket('');
    const made = await file();
    if (made === null) return;
    if (kind === 'dossier' && isTooLong(made.bytes)) {
      setProblem(say('not-saved', { reason: say('trouble-dossier-too-large') }));
      return;
    }
    const saved = await desktop.saveFile({ ...made, kind });
    if (saved.kind === 'done') setTicket(saved.value.ticket);
    if (saved.kind === 'trouble') setProblem(say('not-saved', { reason: say(`trouble-${saved.trouble}`) }));
  };
  return (
    <>
      <button type="button" className={className} onClick={() => void save()}>
        {label}
      </button>
      <RevealButton ticket={ticket} />
      {problem === '' ? null : (
        <span className="tone-bad" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
