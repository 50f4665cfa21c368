import { shippedPacks } from '#assessments/packs/registry.ts';
import { scoreDiagnosis } from '#assessments/scoring/score-diagnosis.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { levelText } from '#assessments/reporting/level-text.ts';
import { newDiagnosis } from '../../storage/new-dossier.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownCounties } from '../../storage/latest-score.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Today's scores beside those of the diagnoses before, and a way to open the next round. */
export function EarlierDiagnosis({ mill }: { readonly mill: Mill }) {
  const { say } = useWords();
  const { dossier, diagnosis, record, readOnly } = useRecord();
  const { newId, today } = useServices();
  const earlier = dossier.diagnoses
    .filter((candidate) => candidate.id !== diagnosis.id)
    .map((candidate) => ({ candidate, packs: scoreDiagnosis(dossier, candidate, shippedPacks, knownCounties).packs }));
  return (
    <section>
      <h2>{say('tab-compare')}</h2>
      {earlier.length === 0 ? <p>{say('no-earlier')}</p> : null}
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('tab-compare')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('topic')}</th>
              {[...earlier.map(({ candidate }) => candidate), diagnosis].map(({ id, openedOn }) => (
                <th key={id} scope="col">
                  {openedOn}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mill.topics.map((topic) => (
              <tr key={topic.id}>
                <th scope="row">{topic.name}</th>
                {[...earlier.map(({ packs }) => packs[topic.id]), topic.result].map((result, i) => (
                  <td key={i}>
                    {result === undefined
                      ? '—'
                      : `${shownScore(result.score)}　${levelText(topic, result.level, mill)}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <button
          type="button"
          disabled={readOnly}
          onClick={() => record.addDiagnosis({ ...newDiagnosis(newId('dia'), today()), answers: diagnosis.answers })}
        >
          {say('new-round')}
        </button>
      </p>
      <p className="hint">{say('new-round-hint')}</p>
    </section>
  );
}
