import { bars } from '#assessments/reporting/figures/bars.ts';
import { radar } from '#assessments/reporting/figures/radar.ts';
import { expectedAfter } from '#assessments/planning/plan-of.ts';
import { entryLevelOf, type RecognitionStep } from '#assessments/planning/recognition-target.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import type { StoredPlan } from '#assessments/schema/plan.ts';
import { highestLevel } from '#assessments/scoring/levels.ts';
import type { Scores } from '#assessments/scoring/scored-mill.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FigureSvg } from '../../ui/figure-svg.tsx';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { scoreRound } from '../../documents/composer/scored.ts';

interface ExpectedResultProps {
  readonly before: Scores;
  readonly after: Scores;
  readonly plan: StoredPlan;
  /** The step of a recognition that the plan aims at; null for none. */
  readonly target: RecognitionStep | null;
}

const RADAR_AXES = 3;

/** Today against after the plan, by the real scoring; and what an earlier plan promised against what came of it. */
export function ExpectedResult({ before, after, plan, target }: ExpectedResultProps) {
  const { say, pick } = useWords();
  const { dossier, diagnosis, mill } = useRecord();
  const topics = mill.pinned;
  const base = dossier.diagnoses.find((candidate) => candidate.id === plan.diagnosis);
  const measures = plan.items.flatMap((item) => catalogue.byId.get(item.id) ?? []);
  const promised =
    base === undefined || base.id === diagnosis.id
      ? null
      : expectedAfter(scoreRound(dossier, base, mill.context.asOf), measures).scores;
  const figures = topics.map((id) => ({
    label: pick(mill.packs[id].shortName),
    now: before.packs[id]?.score ?? null,
    then: after.packs[id]?.score ?? null,
  }));
  const description = say('plan-expected-figure');
  return (
    <section>
      <h2>{say('plan-expected')}</h2>
      <div className="plan-expected">
        <div className="table-frame" tabIndex={0} role="group" aria-label={say('plan-expected')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say('topic')}</th>
                <th scope="col">{say('plan-today')}</th>
                <th scope="col">{say('plan-after')}</th>
                {promised === null ? null : <th scope="col">{say('plan-promised', { day: base?.openedOn ?? '' })}</th>}
                <th scope="col">{say('plan-target')}</th>
                <th scope="col">{say('plan-still-blocks')}</th>
              </tr>
            </thead>
            <tbody>
              {topics.map((id) => (
                <tr key={id}>
                  <th scope="row">{pick(mill.packs[id].name)}</th>
                  <td>{standing(before.packs[id])}</td>
                  <td>
                    <b>{standing(after.packs[id])}</b>
                  </td>
                  {promised === null ? null : <td>{standing(promised.packs[id])}</td>}
                  <td>{targetText(id)}</td>
                  <td>
                    {after.packs[id]?.blockers
                      .map(({ level, questions, rule }) =>
                        questions.length === 0
                          ? say(`blocks-${rule}`, { level })
                          : say('blocks-questions', { level, count: questions.length }),
                      )
                      .join(say('list-separator')) || '—'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <figure>
          <FigureSvg
            figure={bars(
              figures.map(({ label, now, then }) => ({ label, ...reach(then), below: reach(now) })),
              description,
            )}
          />
          <figcaption>{description}</figcaption>
        </figure>
        {figures.length < RADAR_AXES ? null : (
          <figure>
            <FigureSvg
              figure={radar(
                figures.map(({ label, now, then }) => ({ label, low: now?.low ?? 0, high: then?.low ?? 0 })),
                say('plan-radar-figure'),
              )}
            />
            <figcaption>{say('plan-radar-figure')}</figcaption>
          </figure>
        )}
      </div>
    </section>
  );

  /** The level that was asked for, else that of the recognition, else the next one; and whether the plan reaches it. */
  function targetText(id: PackId): string {
    const today = before.packs[id]?.level ?? null;
    const next = today === null ? null : Math.min(today + 1, highestLevel(mill.packs[id].levels));
    const wanted = plan.request.topics?.[id]?.level ?? entryLevelOf(target, id) ?? next;
    if (wanted === null || plan.request.topics?.[id]?.weight === 0) return '—';
    return say((after.packs[id]?.level ?? 0) >= wanted ? 'target-reached' : 'target-missed', { level: wanted });
  }

  function standing(result: PackResult | undefined): string {
    if (result?.score == null) return '—';
    return `${shownScore(result.score)}　${result.level === null ? '' : say('level', { level: result.level })}`;
  }
}

function reach(score: PackResult['score']) {
  return { low: score?.low ?? null, high: score?.low ?? null, value: score === null ? '—' : score.low.toFixed(1) };
}
