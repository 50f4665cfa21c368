import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Mill, Topic } from '#assessments/reporting/report-input.ts';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import { scoreDiagnosis } from '#assessments/scoring/score-diagnosis.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { useWords } from '../../i18n/use-words.ts';

/** The dimensions by the mill's own answers beside what was verified on site; silent where nothing was. */
export function SelfAgainstVerified({ topic, mill }: { readonly topic: Topic; readonly mill: Mill }) {
  const { say, pick } = useWords();
  const { dossier, diagnosis } = mill;
  const isVerified = topic.pack.questions.some((question) => diagnosis.answers[question.id]?.verified !== undefined);
  if (!isVerified || topic.pack.dimensions.length === 0) return null;
  const self = scoreDiagnosis(dossier, withoutVerified(diagnosis), shippedPacks, []).packs[topic.id];
  return (
    <section>
      <h3>{say('self-verified')}</h3>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('self-verified')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('dimension')}</th>
              <th scope="col" className="align-right">
                {say('side-self')}
              </th>
              <th scope="col" className="align-right">
                {say('side-verified')}
              </th>
            </tr>
          </thead>
          <tbody>
            {topic.pack.dimensions.map((dimension) => {
              const own = self?.dimensions[dimension.id]?.score ?? null;
              const verified = topic.result.dimensions[dimension.id]?.score ?? null;
              const differs = shownScore(own) !== shownScore(verified);
              return (
                <tr key={dimension.id}>
                  <th scope="row">{pick(dimension.name)}</th>
                  <td className="align-right">{shownScore(own)}</td>
                  <td className={`align-right${differs ? ' tone-warning' : ''}`}>
                    {differs ? <b>{shownScore(verified)}</b> : shownScore(verified)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function withoutVerified(diagnosis: Diagnosis): Diagnosis {
  const answers = Object.fromEntries(
    Object.entries(diagnosis.answers).map(([id, { verified: _verified, ...own }]) => [id, own]),
  );
  return { ...diagnosis, answers };
}
