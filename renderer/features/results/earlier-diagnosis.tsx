import { useState } from 'react';
import { Link } from 'wouter';
import { officialLevelName } from '#assessments/scoring/level-name.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import { levelText } from '#assessments/reporting/level-text.ts';
import { resultsPath } from '../../app/routes.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { scoreRound } from '../../documents/composer/scored.ts';
import { useWords } from '../../i18n/use-words.ts';
import { UndoLine, type Undo } from '../../ui/undo-line.tsx';
import { NewRound } from './new-round.tsx';

/** Today's scores beside those of the rounds before; earlier ones can be read or deleted, and the next one opened. */
export function EarlierDiagnosis({ mill }: { readonly mill: Mill }) {
  const { say, language } = useWords();
  const { dossier, diagnosis, record, readOnly } = useRecord();
  const { today } = useServices();
  const [undo, setUndo] = useState<Undo | null>(null);
  const rounds = [...dossier.diagnoses.filter((candidate) => candidate.id !== diagnosis.id), diagnosis].map(
    (candidate) => ({ candidate, scored: scoreRound(dossier, candidate, today()) }),
  );
  const remove = (round: Diagnosis) => {
    const position = record.removeDiagnosis(round.id);
    if (position === null) return;
    setUndo({
      text: say('round-deleted', { day: round.openedOn }),
      undo: () => Promise.resolve(record.addDiagnosis(round, position)),
    });
  };
  return (
    <section>
      <h2>{say('tab-compare')}</h2>
      {rounds.length === 1 ? <p>{say('no-earlier')}</p> : null}
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('tab-compare')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('topic')}</th>
              {rounds.map(({ candidate }) => (
                <th key={candidate.id} scope="col">
                  {candidate === diagnosis ? say('round-latest', { day: candidate.openedOn }) : candidate.openedOn}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mill.topics.map((topic) => (
              <tr key={topic.id}>
                <th scope="row">{topic.name}</th>
                {rounds.map(({ candidate, scored }) => {
                  const { packs, indicative } = scored.scores;
                  const result = packs[topic.id];
                  const pack = scored.packs[topic.id];
                  const official = officialLevelName(pack, indicative.gbt39116?.level, language);
                  return (
                    <td key={candidate.id}>
                      {result === undefined ? (
                        '—'
                      ) : (
                        <>
                          {`${shownScore(result.score)}　${levelText({ pack }, result.level, mill)}`}
                          {official === null ? null : <small> {official}</small>}
                          {pack.version === topic.pack.version ? null : (
                            <small> {say('pack-version', { version: pack.version })}</small>
                          )}
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            {rounds.length === 1 ? null : (
              <tr>
                <th scope="row">
                  <span className="unseen">{say('actions')}</span>
                </th>
                {rounds.map(({ candidate }) => (
                  <td key={candidate.id}>
                    {candidate === diagnosis ? null : (
                      <>
                        <Link href={resultsPath(dossier.id, 'summary', candidate.id)}>{say('round-open')}</Link>{' '}
                        <button type="button" className="quiet" disabled={readOnly} onClick={() => remove(candidate)}>
                          {say('delete')}
                        </button>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <NewRound />
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </section>
  );
}
