import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { rememberPlace } from '../../app/remembered-place.ts';
import { sectionPath, stepPath } from '../../app/routes.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { MillWarnings } from '../results/mill-warnings.tsx';
import { AnswerCard } from './answer-card.tsx';
import { SIDES, type Side } from './answer-state.ts';
import { CardContext } from './card-context.ts';
import { FILTERS, passes, type Filter } from './filters.ts';
import { GuidancePanel } from './guidance-panel.tsx';
import { SectionList } from './section-list.tsx';
import { sectionTitle } from './section-title.ts';
import { sectionsOf } from './sections.ts';
import { StrayAnswers } from './stray-answers.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';
import { WhyNotAsked } from './why-not-asked.tsx';
import './questionnaire.css';

/** The questionnaire: sections on the left, the questions of one in the middle, help on the right. */
export default function Questionnaire({ rest }: { readonly rest: string }) {
  const { say, pick } = useWords();
  const { dossier, diagnosis, mill } = useRecord();
  const [, navigate] = useLocation();
  const [side, setSide] = useState<Side>(() => rememberedSide(dossier.id));
  const [filter, setFilter] = useState<Filter>('all');
  const [active, setActive] = useState<string | null>(null);
  const sections = useMemo(
    () => sectionsOf(mill),
    // What is asked hangs on these; answers come and go.
    [mill.packs, mill.pinned, dossier.enterprise],
  );
  const [packName, sectionName, questionName] = rest.split('/');
  const index = Math.max(
    0,
    sections.findIndex((section) => section.pack === packName && section.id === sectionName),
  );
  const section = sections[index];
  const { now: facts } = mill.facts;
  const questions = useMemo(() => {
    if (section === undefined) return [];
    if (filter === 'all') return section.asked;
    return sections
      .filter((candidate) => candidate.pack === section.pack)
      .flatMap((candidate) => candidate.asked)
      .filter((question) => passes(filter, question, diagnosis, facts, mill.scores.packs[section.pack]));
    // What passes is settled when the filter is chosen, so that an answered card does not vanish under the hand.
  }, [section, sections, filter]);

  useEffect(() => {
    setActive(questionName ?? null);
    if (questionName !== undefined) setFilter('all');
  }, [section?.pack, section?.id, questionName]);
  useEffect(() => {
    if (questionName === undefined) window.scrollTo(0, 0);
  }, [section, questionName]);
  useEffect(() => {
    if (section?.asked.some((question) => question.id === active) === true && active !== null)
      rememberPlace(dossier.id, 'questions', sectionPath(dossier.id, section.pack, section.id, active));
  }, [dossier.id, section, active]);
  const next = sections[index + 1];
  const goOn = () => {
    if (next !== undefined) navigate(sectionPath(dossier.id, next.pack, next.id, next.asked[0]?.id));
  };
  useAnswerKeys(questions, active, setActive, side, goOn);
  // Help and progress may come a moment after the answer is seen.
  const helped = useDeferredValue(active ?? questions[0]?.id ?? null);
  const counted = useDeferredValue(mill);
  const leave = useCallback(() => setFilter('all'), []);

  const context = useMemo(
    () => ({ side, active, activate: setActive, target: questionName ?? null }),
    [side, active, questionName],
  );
  if (section === undefined) return null;
  return (
    <CardContext value={context}>
      <div className="questionnaire">
        <SectionList sections={sections} packs={mill.packs} current={section} mill={counted} onChoose={leave} />
        <main className="page">
          <div className="toolbar">
            <h1>
              {pick(mill.packs[section.pack].shortName)} ·{' '}
              {filter === 'all'
                ? sectionTitle(section, say, pick)
                : say('filtered', { filter: say(`filter-${filter}`), count: questions.length })}
            </h1>
            <Choice
              hideLabel
              label={say('whose-answer')}
              value={side}
              options={SIDES.map((value) => ({ value, label: say(`side-${value}`) }))}
              onChange={(value) => {
                setSide(value);
                sessionStorage.setItem(sideKey(dossier.id), value);
              }}
            />
            <Select
              inline
              label={say('filter')}
              value={filter}
              options={FILTERS.map((value) => ({ value, label: say(`filter-${value}`) }))}
              onChange={(value) => value !== '' && setFilter(value)}
            />
          </div>
          <MillWarnings mill={counted} />
          <p className="hint keys">{say('keys-hint')}</p>
          {dossier.enterprise.subSectors.length === 0 ? (
            <p className="callout">
              {say('no-sector-yet')} <Link href={stepPath(dossier.id, 'profile')}>{say('step-profile')}</Link>
            </p>
          ) : null}
          {questions.length === 0 ? (
            <p className="empty">{say(filter === 'all' ? 'section-empty' : 'filter-empty')}</p>
          ) : null}
          {questions.map(({ id }) => (
            <AnswerCard key={id} id={id} />
          ))}
          {filter === 'all' ? <WhyNotAsked section={section} /> : null}
          {filter === 'all' ? <StrayAnswers section={section} mill={mill} /> : null}
          {next === undefined ? null : (
            <button type="button" className="primary" onClick={goOn}>
              {say('next-section', { name: sectionTitle(next, say, pick) })}
            </button>
          )}
        </main>
        <GuidancePanel
          question={helped === null ? undefined : mill.questions.get(helped)}
          packs={mill.packs}
          enterprise={dossier.enterprise}
        />
      </div>
    </CardContext>
  );
}

const sideKey = (id: string) => `zhizhen-side/${id}`;

/** Who was answering before this tab was opened again: a specialist must not type over the mill's own answers. */
function rememberedSide(id: string): Side {
  return sessionStorage.getItem(sideKey(id)) === 'verified' ? 'verified' : 'self';
}
