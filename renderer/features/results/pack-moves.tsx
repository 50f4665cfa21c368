import type { PackMove, QuestionMove } from '#assessments/packs/upgrade.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Drawer } from '../../ui/drawer.tsx';

interface PackMovesProps {
  readonly moves: readonly PackMove[];
  readonly onBegin: () => void;
  readonly onClose: () => void;
}

/** What becomes of the questions and their answers in a round on newer packs, before it is begun. */
export function PackMoves({ moves, onBegin, onClose }: PackMovesProps) {
  const { say, pick } = useWords();
  return (
    <Drawer
      title={say('upgrade-title')}
      onClose={onClose}
      actions={
        <button type="button" onClick={onBegin}>
          {say('upgrade-begin')}
        </button>
      }
    >
      <p className="hint">{say('upgrade-hint')}</p>
      {moves.map(({ before, after, questions }) => (
        <section key={after.id}>
          <h3>{say('upgrade-of', { pack: pick(after.name), from: before.version, to: after.version })}</h3>
          {(['kept', 'changed', 'new', 'gone'] as const).map((kind) => {
            const members = questions.filter((question) => question.kind === kind);
            const listed = members.filter((question) => kind !== 'kept' || isRenamed(question));
            return members.length === 0 ? null : (
              <div key={kind}>
                <p>
                  <b>{say(`upgrade-${kind}`, { count: members.length })}</b>
                </p>
                {listed.length === 0 ? null : (
                  <ul>
                    {listed.map((question) => (
                      <li key={idText(question)}>
                        {idText(question)} {pick((question.kind === 'gone' ? question.before : question.after).stem)}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            );
          })}
        </section>
      ))}
    </Drawer>
  );
}

function isRenamed(question: QuestionMove): boolean {
  return 'before' in question && 'after' in question && question.before.id !== question.after.id;
}

function idText(question: QuestionMove): string {
  if (question.kind === 'gone') return question.before.id;
  if (question.kind === 'new' || !isRenamed(question)) return question.after.id;
  return `${question.before.id} → ${question.after.id}`;
}
