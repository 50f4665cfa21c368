import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { useReason } from './use-attempt.ts';
import { NewerData } from '../storage/database.ts';

interface DatabaseGateProps {
  readonly opened: Promise<void>;
  readonly children: ReactNode;
}

/** Shows the program once the database is open; where it cannot be opened, why instead. */
export function DatabaseGate({ opened, children }: DatabaseGateProps) {
  const { say } = useWords();
  const reasonOf = useReason();
  const [isOpen, setIsOpen] = useState(false);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    opened.then(() => setIsOpen(true), setFailure);
  }, [opened]);
  if (isOpen) return children;
  if (failure === null) return <p className="waiting">{say('loading')}</p>;
  return (
    <main className="page" role="alert">
      <p className="banner warning">
        {failure instanceof NewerData ? say('newer-data') : say('database-closed', { reason: reasonOf(failure) })}
      </p>
    </main>
  );
}
