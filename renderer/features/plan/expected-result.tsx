import type { ReactNode } from 'react';
import { bars } from '#assessments/reporting/figures/bars.ts';
import { radar } from '#assessments/reporting/figures/radar.ts';
import { keptView, type KeptView } from '#assessments/planning/kept-view.ts';
import type { Diagnosis } from '#assessments/schema/dossier.ts';
import type { PackId } from '#assessments/schema/ids.ts';
import type { PackResult } from '#assessments/schema/result.ts';
import type { StoredPlan } from '#assessments/schema/plan.ts';
import { officialLevelName } from '#assessments/scoring/level-name.ts';
import { leastMore, needsForNextLevel } from '#assessments/scoring/level-needs.ts';
import type { Scores } from '#assessments/scoring/scored-mill.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FigureSvg } from '../../ui/figure-svg.tsx';
import { catalogue } from '../../documents/composer/plan-references.ts';
import { scoreRound } from '../../documents/composer/scored.ts';

interface ExpectedResultProps {
  readonly view: KeptView;
  readonly plan: StoredPlan;
}

const RADAR_AXES = 3;

/** Today against after the plan, by the real scoring; and what an earlier plan promised against what came of it. */
export function ExpectedResult({ view, plan }: ExpectedResultProps) {
  const { say, pick, language } = useWords();
  const { dossier, diagnosis, mill } = useRecord();
  const topics = mill.pinned;
  const base = dossier.diagnoses.find((candidate) => candidate.id === plan.diagnosis);
  const promised = base === undefined || base.id === diagnosis.id ? null : promisedThen(base);
  const [before, after] = [mill.scores, view.expected.scores];
  const figures = topics.map((id) => ({
    label: pick(mill.packs[id].shortName),
    now: before.packs[id]?.score ?? null,
    then: after.packs[id]?.score ?? null,
  }));
  const description = say('plan-expected-figure');
  return (
    <section>
      <h2>{say('plan-expected')}</h2>
      <p className="hint">{say('plan-expected-hint')}</p>
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
                  <td>{standing(id, before)}</td>
                  <td>
                    <b>{standing(id, after)}</b>
                  </td>
                  {promised === null ? null : <td>{standing(id, promised)}</td>}
                  <td>{targetText(id)}</td>
                  <td>{blocksText(id)}</td>
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

  /** What the same measures came to on the round that the plan was made for. */
  function promisedThen(round: Diagnosis): Scores | null {
    const then = keptView(scoreRound(dossier, round, mill.context.asOf), plan, { catalogue });
    return then.kind === 'view' ? then.view.expected.scores : null;
  }

  /** The level that the plan aims at, and whether it reaches it. */
  function targetText(id: PackId): string {
    const target = view.targets.find(({ pack }) => pack === id);
    if (target === undefined) return say('target-not-counted');
    const { level, reached, onlyUnknown } = target;
    return say(reached ? 'target-reached' : onlyUnknown ? 'target-only-unknown' : 'target-missed', { level });
  }

  /** What keeps a topic from its next level after the plan: points, and how many questions suffice. */
  function blocksText(id: PackId): string {
    const blockers = after.packs[id]?.blockers ?? [];
    const more = leastMore(needsForNextLevel(view.expected, id));
    const parts = blockers.map(({ level, questions, rule }) => {
      const count = mill.packs[id].method === 'ladder' ? more : questions.length;
      return questions.length === 0 ? say(`blocks-${rule}`, { level }) : say('blocks-questions', { level, count });
    });
    return [...new Set(parts)].join(say('list-separator')) || '—';
  }

  function standing(id: PackId, { packs, indicative }: Scores): ReactNode {
    const result = packs[id];
    if (result?.score == null) return '—';
    const { score, level } = result;
    return (
      <>
        {shownScore(score)}　{level === null ? '' : say('level', { level })}{' '}
        <small>{officialLevelName(mill.packs[id], indicative.gbt39116?.level, language)}</small>
      </>
    );
  }
}

function reach(score: PackResult['score']) {
  return { low: score?.low ?? null, high: score?.high ?? null, value: shownScore(score) };
}
