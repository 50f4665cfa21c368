import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { QuickQuestion } from '#assessments/guiding/quick-list.ts';
import { stepPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { AnswerCard } from '../questionnaire/answer-card.tsx';
import { CardContext } from '../questionnaire/card-context.ts';
import { useAnswerKeys } from '../questionnaire/use-answer-keys.ts';
import { QuickFacts } from './quick-facts.tsx';
import { useQuickList } from './use-quick-list.ts';
import '../questionnaire/questionnaire.css';
import './quick.css';

/** A quarter of an hour: the questions and figures that narrow this mill's scores most, on one page. */
export default function Quick() {
  const { say } = useWords();
  const { dossier, mill, readOnly } = useRecord();
  const [, navigate] = useLocation();
  const { list, openQuestions, openFacts, minutes } = useQuickList(mill);
  const [active, setActive] = useState<string | null>(null);
  const questions = useMemo(
    () => list.questions.flatMap(({ id }) => mill.questions.get(id) ?? []),
    [list, mill.questions],
  );
  const board = stepPath(dossier.id, 'board');
  useAnswerKeys(questions, active, setActive, 'self', () => document.getElementById('quick-facts')?.focus());
  const context = useMemo(() => ({ side: 'self' as const, active, activate: setActive, target: null }), [active]);
  const all = list.questions.length + list.facts.length;
  const left = openQuestions.length + openFacts.length;
  if (dossier.enterprise.subSectors.length === 0)
    return (
      <main className="page narrow">
        <h1>{say('quick-title')}</h1>
        <p className="callout">
          {say('no-sector-yet')} <Link href={stepPath(dossier.id, 'profile')}>{say('choose-sector')}</Link>
        </p>
      </main>
    );
  return (
    <CardContext value={context}>
      <main className="page quick">
        <h1>{say('quick-title')}</h1>
        <p>{say('quick-lead', { questions: list.questions.length, facts: list.facts.length })}</p>
        <details className="hint">
          <summary>{say('quick-why')}</summary>
          <p>{say('quick-why-text')}</p>
        </details>
        <Group title={say('quick-gates')} hint={say('quick-gates-hint')} of={list.questions.filter(isGate)} />
        <Group
          title={say('quick-questions')}
          hint={say('quick-questions-hint')}
          of={list.questions.filter((question) => !isGate(question))}
        />
        <section>
          <h2 id="quick-facts" tabIndex={-1}>
            {say('quick-facts')} <small>{list.facts.length}</small>
          </h2>
          <p className="hint">{say('quick-facts-hint')}</p>
          <fieldset disabled={readOnly} className="quick-facts">
            <QuickFacts facts={list.facts} />
          </fieldset>
        </section>
        <footer className="foot-bar">
          <ProgressBar
            label={left === 0 ? say('quick-done') : say('quick-left', { count: left, minutes: Math.ceil(minutes) })}
            done={all - left}
            of={all}
          />
          <button type="button" className="primary" onClick={() => navigate(board)}>
            {say(left === 0 ? 'quick-result' : 'quick-result-so-far')}
          </button>
        </footer>
      </main>
    </CardContext>
  );
}

interface GroupProps {
  readonly title: string;
  readonly hint: string;
  readonly of: readonly QuickQuestion[];
}

function Group({ title, hint, of }: GroupProps) {
  return (
    <section>
      <h2>
        {title} <small>{of.length}</small>
      </h2>
      <p className="hint">{hint}</p>
      {of.map(({ id }) => (
        <AnswerCard key={id} id={id} />
      ))}
    </section>
  );
}

const isGate = ({ why }: QuickQuestion) => why.kind === 'gate';
