import { Link } from 'wouter';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { library } from '#assessments/packs/registry.ts';
import { sectionPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Gate } from './headline.ts';

interface VetoesProps {
  readonly failed: readonly Gate[];
  readonly unknown: readonly Gate[];
  readonly enterprise: string;
  readonly mill: Mill;
}

/** Gates that are not met, then those that nobody has looked up, each with the way to it; a line that all are met where they are. */
export function Vetoes({ failed, unknown, enterprise, mill }: VetoesProps) {
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
    const pack = library.packOf(id);
    const question = mill.questions.get(id);
    if (pack === undefined || question === undefined) return title;
    return <Link href={sectionPath(enterprise, pack, question.dimension, id)}>{title}</Link>;
  }
}

/** Unknown gates that are written out; the quick diagnosis asks for all. */
const SHOWN = 4;
