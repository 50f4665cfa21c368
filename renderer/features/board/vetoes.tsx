import { Link } from 'wouter';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { questionPath } from '../../app/question-path.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Gate, OpenGates } from './headline.ts';

interface VetoesProps {
  readonly gates: OpenGates;
  readonly mill: Mill;
}

/** Gates that are not met, then those that nobody has looked up, each with the way to it; nothing where all are met. */
export function Vetoes({ gates: { failed, unknown }, mill }: VetoesProps) {
  const { say } = useWords();
  if (failed.length + unknown.length === 0) return null;
  return (
    <section className="board-part" aria-labelledby="board-vetoes">
      <h2 id="board-vetoes">{say('board-vetoes')}</h2>
      <ul className="vetoes">
        {failed.map((gate) => (
          <li key={gate.id}>
            <span className="state bad">{say('veto-failed')}</span>
            <span>
              {way(gate)}
              {gate.closedBy.length === 0 ? null : (
                <small>{say('veto-closed-by', { names: gate.closedBy.join(say('list-separator')) })}</small>
              )}
            </span>
          </li>
        ))}
        {unknown.slice(0, SHOWN).map((gate) => (
          <li key={gate.id}>
            <span className="state warning">{say('veto-unknown')}</span>
            <span>{way(gate)}</span>
          </li>
        ))}
      </ul>
      {unknown.length > SHOWN ? <p className="hint">{say('vetoes-more', { count: unknown.length - SHOWN })}</p> : null}
    </section>
  );

  function way({ id, title }: Gate) {
    const path = questionPath(mill.dossier.id, id, mill.questions);
    return path === null ? title : <Link href={path}>{title}</Link>;
  }
}

/** Unknown gates that are written out; the quick diagnosis asks for all. */
const SHOWN = 4;
