import { Link, useLocation } from 'wouter';
import { answersAnnex } from '#assessments/reporting/annexes/answers.ts';
import { factsChapter } from '#assessments/reporting/annexes/facts.ts';
import { methodPage } from '#assessments/reporting/annexes/method.ts';
import { unknownsAnnex } from '#assessments/reporting/annexes/unknowns.ts';
import { summary } from '#assessments/reporting/chapters/summary.ts';
import { topicChapter } from '#assessments/reporting/chapters/topic.ts';
import type { Block } from '#assessments/reporting/report-document.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { resultsPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Blocks } from '../../ui/blocks.tsx';
import { EarlierDiagnosis } from './earlier-diagnosis.tsx';
import { linkedText } from './linked-text.tsx';
import { MillWarnings } from './mill-warnings.tsx';
import { ScoreTrace } from './score-trace.tsx';
import { TopicFigures } from './topic-figures.tsx';
import { useMill } from './use-mill.ts';
import './results.css';

/** Tabs that are a chapter of the report. */
const CHAPTERS: Readonly<Record<string, (mill: Mill) => Block[]>> = {
  summary,
  answers: (mill) => [...answersAnnex(mill), ...unknownsAnnex(mill)],
  facts: factsChapter,
  method: methodPage,
};

/** Where the mill stands and why: the chapters of the report, with ways to the questions behind them. */
export default function Results({ rest }: { readonly rest: string }) {
  const { say } = useWords();
  const { dossier, diagnosis: current } = useRecord();
  const [tab = '', round] = rest.split('/');
  const diagnosis = dossier.diagnoses.find((candidate) => candidate.id === round) ?? current;
  const mill = useMill(diagnosis);
  const [, navigate] = useLocation();
  const shown = tab === '' ? 'summary' : tab;
  if (mill === null) return <p className="waiting">{say('loading')}</p>;
  const isEarlier = diagnosis !== current;
  const link = isEarlier ? (text: string) => text : linkedText(dossier.id, mill.questions);
  const topic = mill.topics.find((candidate) => candidate.id === shown);
  const chapter = CHAPTERS[shown];
  const tabs = [
    { id: 'summary', name: say('tab-summary') },
    ...mill.topics.map(({ id, name }) => ({ id: id, name })),
    ...(isEarlier ? [] : [{ id: 'compare', name: say('tab-compare') }]),
    { id: 'answers', name: say('tab-answers') },
    { id: 'facts', name: say('step-facts') },
    { id: 'method', name: say('tab-method') },
  ];
  return (
    <main className="page results">
      <h1 className="unseen">{say('step-results')}</h1>
      {isEarlier ? (
        <p className="banner">
          {say('round-reading', { day: diagnosis.openedOn })}{' '}
          <Link href={resultsPath(dossier.id, 'compare')}>{say('round-back')}</Link>
        </p>
      ) : null}
      <MillWarnings mill={mill} />
      <div className="tabs" role="tablist" aria-label={say('step-results')}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === shown}
            aria-controls="tab-panel"
            onClick={() => navigate(resultsPath(dossier.id, id, isEarlier ? diagnosis.id : undefined))}
          >
            {name}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${shown}`} className="reading">
        {chapter === undefined ? null : <Blocks blocks={chapter(mill)} link={link} />}
        {topic === undefined ? null : (
          <>
            <Blocks blocks={topicChapter(topic, mill)} link={link} />
            <TopicFigures topic={topic} mill={mill} />
            <ScoreTrace pack={topic.id} result={topic.result} mill={mill} link={link} />
          </>
        )}
        {shown === 'compare' && !isEarlier ? <EarlierDiagnosis mill={mill} /> : null}
      </div>
    </main>
  );
}
