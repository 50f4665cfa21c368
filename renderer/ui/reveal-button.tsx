import { useState } from 'react';
import { useServices } from '../app/services.ts';
import { useWords } from '../i18n/use-words.ts';

interface RevealButtonProps {
  /** What the host gave for a file that it saved; empty where there is none, or none that it can show. */
  readonly ticket: string;
}

/** Shows a saved file in its folder, or says why it cannot. */
export function RevealButton({ ticket }: RevealButtonProps) {
  const { say } = useWords();
  const { desktop } = useServices();
  const [problem, setProblem] = useState('');
  if (ticket === '') return null;
  const reveal = async () => {
    const shown = await desktop.revealSaved({ ticket });
    setProblem(shown.kind === 'trouble' ? say('not-shown', { reason: say(`trouble-${shown.trouble}`) }) : '');
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => void reveal()}>
        {say('show-in-folder')}
      </button>
      {problem === '' ? null : (
        <span className="tone-bad" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
