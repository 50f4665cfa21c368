import { useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';

interface ImportFilesProps {
  /** Shows what the files hold before anything is taken. */
  readonly onChosen: (files: readonly File[]) => void;
}

/** Has the user choose dossiers to import. */
export function ImportFiles({ onChosen }: ImportFilesProps) {
  const { say } = useWords();
  const { desktop } = useServices();
  const [problem, setProblem] = useState('');
  const choose = async () => {
    const outcome = await desktop.openFiles({ kind: 'dossier', many: true });
    setProblem(
      outcome.kind === 'trouble' ? say('files-not-opened', { reason: say(`trouble-${outcome.trouble}`) }) : '',
    );
    if (outcome.kind === 'done')
      onChosen(outcome.value.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name)));
  };
  return (
    <>
      <button type="button" data-command="import" onClick={() => void choose()}>
        {say('import')}
      </button>
      {problem === '' ? null : (
        <span className="tone-bad" role="alert">
          {problem}
        </span>
      )}
    </>
  );
}
