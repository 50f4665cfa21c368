import { Link } from 'wouter';
import type { LevelInSight } from '#assessments/guiding/next-steps.ts';
import { factsPath, sectionPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';

/** How much more is to be answered before each open level is likely to be known, nearest first, each a way to its next question. */
export function InSight({
  inSight,
  enterprise,
}: {
  readonly inSight: readonly LevelInSight[];
  readonly enterprise: string;
}) {
  const { say, pick } = useWords();
  if (inSight.length === 0) return <p className="tone-good">{say('in-sight-none')}</p>;
  return (
    <>
      <ul className="in-sight">
        {inSight.map(({ pack, questions, figures }) => {
          const [first] = questions;
          const facts = figures.reduce((sum, each) => sum + each.facts.length, 0);
          const path =
            first === undefined
              ? factsPath(enterprise, 'figures')
              : sectionPath(enterprise, first.pack, first.question.dimension, first.question.id);
          return (
            <li key={pack.id}>
              <Link href={path}>
                {say(facts === 0 ? 'in-sight' : questions.length === 0 ? 'in-sight-figures' : 'in-sight-both', {
                  topic: pick(pack.shortName),
                  count: questions.length,
                  facts,
                })}
              </Link>
            </li>
          );
        })}
      </ul>
      <p className="hint">{say('in-sight-note')}</p>
    </>
  );
}
