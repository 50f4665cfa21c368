import { useDeferredValue, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { levelsInSight, progressOf } from '#assessments/guiding/next-steps.ts';
import { firstThings } from '#assessments/reporting/brief/first-things.ts';
import { standings } from '#assessments/reporting/brief/standings.ts';
import { plannedMillOf } from '#assessments/reporting/planned-mill.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { unknownsByPerson } from '#assessments/reporting/unknowns.ts';
import { reportPath, stepPath } from '../../app/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Blocks } from '../../ui/blocks.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useQuickList } from '../quick/use-quick-list.ts';
import { linkedText } from '../results/linked-text.tsx';
import { MillWarnings } from '../results/mill-warnings.tsx';
import { AskPeople } from './ask-people.tsx';
import { FirstCards } from './first-cards.tsx';
import { headline, isUntouched, openGates } from './headline.ts';
import { InSight } from './in-sight.tsx';
import { nextStep } from './next-step.ts';
import { useBoardMill } from './use-board-mill.ts';
import { Vetoes } from './vetoes.tsx';
import './board.css';

/** The home of an enterprise: what stands in its way, where it stands, what to do first, what nobody knows, and one way on. */
export default function Board() {
  const { say } = useWords();
  const mill = useDeferredValue(useBoardMill());
  if (mill === null) return <p className="waiting">{say('loading')}</p>;
  return <MillBoard mill={mill} />;
}

function MillBoard({ mill }: { readonly mill: Mill }) {
  const words = useWords();
  const { say } = words;
  const { dossier, questions } = mill;
  const [, navigate] = useLocation();
  const planned = plannedMillOf(mill);
  const quick = useQuickList(mill);
  const progress = useMemo(() => progressOf(mill), [mill]);
  const inSight = useMemo(() => levelsInSight(mill, progress), [mill, progress]);
  const people = useMemo(() => unknownsByPerson(mill), [mill]);
  const next = nextStep(mill, quick, progress);
  const link = linkedText(dossier.id, questions);
  const gates = openGates(mill, planned);
  const tone = gates.failed.length > 0 ? 'bad' : gates.unknown.length > 0 ? 'warning' : 'good';
  return (
    <main className="page wide board">
      <header className={`board-head ground-${tone}`}>
        <h1 className="unseen">{say('board-title', { name: dossier.enterprise.name })}</h1>
        <p>{headline(mill, planned, gates, words)}</p>
      </header>
      <MillWarnings mill={mill} />
      <div className="board-columns">
        <div>
          <Vetoes gates={gates} mill={mill} />
          <section className="board-part" aria-labelledby="board-first">
            <h2 id="board-first">{say(planned === null ? 'board-candidates' : 'board-first')}</h2>
            <FirstCards blocks={planned === null && isUntouched(mill) ? [] : firstThings(mill, planned)} />
            <p>
              <Link href={stepPath(dossier.id, 'plan')}>
                {say(planned === null ? 'board-make-plan' : 'board-whole-plan')}
              </Link>
            </p>
          </section>
          <section className="board-part" aria-labelledby="board-levels">
            <h2 id="board-levels">{say('board-levels')}</h2>
            <Blocks blocks={standings(mill, planned).filter(({ kind }) => kind !== 'heading')} link={link} />
          </section>
        </div>
        <div>
          <section className="board-part" aria-labelledby="board-progress">
            <h2 id="board-progress">{say('board-progress')}</h2>
            <ProgressBar
              label={say('board-answered', { minutes: Math.ceil(progress.minutes) })}
              done={progress.answered}
              of={progress.asked}
            />
            <InSight inSight={inSight} enterprise={dossier.id} />
          </section>
          <AskPeople groups={people} mill={mill} link={link} />
        </div>
      </div>
      <footer className="foot-bar">
        <span className="foot-say">{say(`next-why-${next.kind}`, { minutes: Math.ceil(quick.minutes) })}</span>
        {next.kind === 'report' ? null : <Link href={reportPath(dossier.id, 'documents')}>{say('board-brief')}</Link>}
        <button type="button" className="primary" onClick={() => navigate(next.path)}>
          {say(`next-${next.kind}`)}
        </button>
      </footer>
    </main>
  );
}
