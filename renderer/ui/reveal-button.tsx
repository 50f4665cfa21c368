import { useServices } from '../app/services.ts';
import { useWords } from '../i18n/use-words.ts';

interface RevealButtonProps {
  /** What the host gave for a file that it saved; empty where there is none, or none that it can show. */
  readonly ticket: string;
}

/** Shows a saved file in its folder. */
export function RevealButton({ ticket }: RevealButtonProps) {
  const { say } = useWords();
  const { desktop } = useServices();
  if (ticket === '') return null;
  return (
    <button type="button" className="quiet" onClick={() => void desktop.revealSaved({ ticket })}>
      {say('show-in-folder')}
    </button>
  );
}
