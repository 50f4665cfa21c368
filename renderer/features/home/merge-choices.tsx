import { memo, useCallback, useMemo } from 'react';
import type { TakenFromTheirs } from '#assessments/exchange/merge.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { useWords } from '../../i18n/use-words.ts';
import { conflictWords, type ConflictWords } from './conflict-words.ts';
import { dossierParts } from './dossier-parts.ts';
import { sectionTitle } from './section-words.ts';
import type { LocalMatch } from './use-import.ts';

interface MergeChoicesProps {
  readonly standing: LocalMatch;
  readonly theirs: Dossier;
  readonly choices: TakenFromTheirs;
  readonly onChoose: (change: (before: TakenFromTheirs) => TakenFromTheirs) => void;
}

/** Every place where both sides say something different, section by section, with the side that is taken. */
export function MergeChoices({ standing, theirs, choices, onChoose }: MergeChoicesProps) {
  const words = useWords();
  const { say } = words;
  const groups = useMemo(() => {
    const parts = dossierParts(words, []);
    return standing.comparison.sections
      .filter(({ conflicts }) => conflicts.length > 0)
      .map(({ section, conflicts }) => ({
        title: sectionTitle(section, [standing.mine, theirs], words),
        conflicts: conflicts.map((conflict) => ({
          id: conflict.id,
          ...conflictWords(conflict, section, parts, words, { mine: standing.mine, theirs }),
        })),
      }));
  }, [standing, theirs, words]);
  const choose = useCallback(
    (ids: readonly string[], takesTheirs: boolean) =>
      onChoose((before) => {
        const after = new Set(before);
        for (const id of ids) {
          if (takesTheirs) after.add(id);
          else after.delete(id);
        }
        return after;
      }),
    [onChoose],
  );
  const ids = groups.flatMap(({ conflicts }) => conflicts.map(({ id }) => id));
  return (
    <>
      <div>
        <p className="hint">{say(ids.length === 0 ? 'merge-nothing-differs' : 'merge-hint')}</p>
        {ids.length === 0 ? null : (
          <div className="buttons tight">
            <button type="button" onClick={() => choose(ids, false)}>
              {say('merge-all-mine')}
            </button>
            <button type="button" onClick={() => choose(ids, true)}>
              {say('merge-all-theirs')}
            </button>
            <span role="status">{say('merge-count', { count: ids.length, theirs: choices.size })}</span>
          </div>
        )}
      </div>
      <div className="conflicts" tabIndex={0} role="group" aria-label={say('merge-conflicts')}>
        {groups.map(({ title, conflicts }) => (
          <section key={title}>
            <h3>{title}</h3>
            {conflicts.length < 2 ? null : (
              <SectionChoice
                title={title}
                onChoose={(takesTheirs) =>
                  choose(
                    conflicts.map(({ id }) => id),
                    takesTheirs,
                  )
                }
              />
            )}
            {conflicts.map((conflict) => (
              <ConflictRow key={conflict.id} {...conflict} takesTheirs={choices.has(conflict.id)} onChoose={choose} />
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

interface SectionChoiceProps {
  readonly title: string;
  readonly onChoose: (takesTheirs: boolean) => void;
}

/** One side for all conflicts of a section. */
function SectionChoice({ title, onChoose }: SectionChoiceProps) {
  const { say } = useWords();
  return (
    <div className="buttons tight" role="group" aria-label={title}>
      <button type="button" className="quiet" onClick={() => onChoose(false)}>
        {say('merge-section-mine')}
      </button>
      <button type="button" className="quiet" onClick={() => onChoose(true)}>
        {say('merge-section-theirs')}
      </button>
    </div>
  );
}

interface ConflictRowProps extends ConflictWords {
  readonly id: string;
  readonly takesTheirs: boolean;
  readonly onChoose: (ids: readonly string[], takesTheirs: boolean) => void;
}

/** Painted again only when its own choice changes, as there may be hundreds. */
const ConflictRow = memo(function ConflictRow(row: ConflictRowProps) {
  const { say } = useWords();
  const side = (text: 'merge-mine' | 'merge-theirs', value: string, takesTheirs: boolean) => (
    <label>
      <input
        type="radio"
        name={row.id}
        checked={row.takesTheirs === takesTheirs}
        onChange={() => row.onChoose([row.id], takesTheirs)}
      />
      <span>
        <small>{say(text)}</small> {value}
      </span>
    </label>
  );
  return (
    <fieldset className="conflict">
      <legend>
        <strong>{row.place}</strong> {row.question}
      </legend>
      {side('merge-mine', row.mine, false)}
      {side('merge-theirs', row.theirs, true)}
    </fieldset>
  );
});
