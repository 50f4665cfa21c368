import { useLocation } from 'wouter';
import { factsChapter } from '#assessments/reporting/chapters/facts.ts';
import { methodPage } from '#assessments/reporting/chapters/method.ts';
import { summary } from '#assessments/reporting/chapters/summary.ts';
import { topicChapter } from '#assessments/reporting/chapters/topic.ts';
import { stepPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Blocks } from '../../ui/blocks.tsx';
import { AnchorScales } from './anchor-scales.tsx';
import { EarlierDiagnosis } from './earlier-diagnosis.tsx';
import { linkedText } from './linked-text.tsx';
import { ScoreTrace } from './score-trace.tsx';
import { SelfAgainstVerified } from './self-against-verified.tsx';
import { useMill } from './use-mill.ts';

/** Where the mill stands and why: the chapters of the report, with ways to the questions behind them. */
export default function Results({ rest }: { readonly rest: string }) {
  const { say } = useWords();
  const { dossier, diagnosis } = useRecord();
  const mill = useMill(diagnosis);
  const [, navigate] = useLocation();
  const shown = rest === '' ? 'summary' : rest;
  if (mill === null) return <p className="waiting">{say('loading')}</p>;
  const link = linkedText(dossier.id);
  const topic = mill.topics.find((candidate) => candidate.id === shown);
  const tabs = [
    { id: 'summary', name: say('tab-summary') },
    ...mill.topics.map(({ id, name }) => ({ id: id, name })),
    { id: 'compare', name: say('tab-compare') },
    { id: 'facts', name: say('step-facts') },
    { id: 'method', name: say('tab-method') },
  ];
  return (
    <main className="page results">
      <h1 className="unseen">{say('step-results')}</h1>
      <div className="tabs" role="tablist" aria-label={say('step-results')}>
        {tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={id === shown}
            aria-controls="tab-panel"
            onClick={() => navigate(`${stepPath(dossier.id, 'results')}/${id}`)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${shown}`} className="reading">
        {shown === 'summary' ? <Blocks blocks={summary(mill)} link={link} /> : null}
        {topic === undefined ? null : (
          <>
            <Blocks blocks={topicChapter(topic, mill)} link={link} />
            <SelfAgainstVerified topic={topic} mill={mill} />
            <AnchorScales topic={topic} mill={mill} />
            <ScoreTrace pack={topic.id} result={topic.result} mill={mill} link={link} />
          </>
        )}
        {shown === 'compare' ? <EarlierDiagnosis mill={mill} /> : null}
        {shown === 'facts' ? <Blocks blocks={factsChapter(mill)} link={link} /> : null}
        {shown === 'method' ? <Blocks blocks={methodPage(mill)} link={link} /> : null}
      </div>
    </main>
  );
}
