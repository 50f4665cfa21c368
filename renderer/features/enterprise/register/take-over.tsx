import { useRecord } from '../../../app/use-record.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { listBefore } from './list-before.ts';

/** Begins the list of a year in which nothing stands yet with that of the year before; nothing where there is none. */
export function TakeOver({ id }: { readonly id: 'machines' | 'systems' }) {
  const { say } = useWords();
  const { dossier, diagnosis, mill, record } = useRecord();
  const before = listBefore(dossier.facts, diagnosis.year, id);
  if (before === null || mill.facts.now[id] !== undefined) return null;
  return (
    <p>
      <button type="button" onClick={() => record.facts(diagnosis.year, (facts) => ({ ...facts, [id]: before.lines }))}>
        {say('take-over', { year: before.year, lines: before.lines.length })}
      </button>
    </p>
  );
}
