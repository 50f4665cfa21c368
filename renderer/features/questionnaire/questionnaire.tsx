import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { IsoDate } from '#assessments/schema/ids.ts';
import { rememberPlace } from '../../app/remembered-place.ts';
import { sectionPath, stepPath } from '../../app/routes.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Choice } from '../../ui/choice.tsx';
import { Select } from '../../ui/select.tsx';
import { UndoLine } from '../../ui/undo-line.tsx';
import { MillWarnings } from '../results/mill-warnings.tsx';
import { AgreeBar } from './agree-bar.tsx';
import { AnswerCard } from './answer-card.tsx';
import { SIDES, type Side } from './answer-state.ts';
import { CardContext } from './card-context.ts';
import { FILTERS, passes, type Filter } from './filters.ts';
import { GUIDANCE_PANEL, GuidanceDrawer, GuidancePanel } from './guidance-panel.tsx';
import { SectionFoot } from './section-foot.tsx';
import { SectionList } from './section-list.tsx';
import { sectionProgress } from './section-progress.ts';
import { sectionTitle } from './section-title.ts';
import { sectionsOf } from './sections.ts';
import { StrayAnswers } from './stray-answers.tsx';
import { useAgreement } from './use-agreement.ts';
import { useAnswerKeys } from './use-answer-keys.ts';
import { usePageKeys } from './use-page-keys.ts';
import { rememberedVerifier, rememberVerifier } from './verifier.ts';
import { WhyNotAsked } from './why-not-asked.tsx';
import './questionnaire.css';

/** The questionnaire: sections on the left, the questions of one in the middle, help on the right. */
export default function Questionnaire({ rest }: { readonly rest: string }) {
  const { say, pick } = useWords();
  const { dossier, diagnosis, mill, readOnly } = useRecord();
  const { today } = useServices();
  const [, navigate] = useLocation();
  const [side, setSide] = useState<Side>(() => rememberedSide(dossier.id));
  const [filter, setFilter] = useState<Filter>('all');
  const [active, setActive] = useState<string | null>(null);
  const [verifier, setVerifier] = useState(rememberedVerifier);
  const [guided, setGuided] = useState<string | null>(null);
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
  const day = today();
  const verification = useMemo(() => ({ on: IsoDate.parse(day), by: verifier }), [day, verifier]);
  const { agree, undo, forget } = useAgreement(verification);
  useAnswerKeys(questions, active, setActive, side, goOn, verification);
  const openGuidance = useCallback((id: string) => {
    const panel = document.getElementById(GUIDANCE_PANEL);
    if (panel?.checkVisibility() === true) panel.focus();
    else setGuided(id);
  }, []);
  usePageKeys({
    g: () => openGuidance(active ?? questions[0]?.id ?? ''),
    y: (withShift) => {
      if (side === 'verified' && !readOnly) agree(withShift ? questions : questions.filter(({ id }) => id === active));
    },
  });
  // Help and progress may come a moment after the answer is seen.
  const helped = useDeferredValue(active ?? questions[0]?.id ?? null);
  const counted = useDeferredValue(mill);
  const leave = useCallback(() => setFilter('all'), []);

  const context = useMemo(
    () => ({
      side,
      verification,
      active,
      activate: setActive,
      target: questionName ?? null,
      onGuidance: openGuidance,
    }),
    [side, verification, active, questionName, openGuidance],
  );
  if (section === undefined) return null;
  return (
    <CardContext value={context}>
      <div className="questionnaire">
        <SectionList
          sections={sections}
          packs={mill.packs}
          current={section}
          mill={counted}
          side={side}
          onChoose={leave}
        />
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
          {side === 'verified' ? (
            <AgreeBar
              shown={questions}
              topic={sections.filter(({ pack }) => pack === section.pack).flatMap(({ asked }) => asked)}
              answers={diagnosis.answers}
              disabled={readOnly}
              verifier={verifier}
              onVerifier={(name) => {
                setVerifier(name);
                rememberVerifier(name);
              }}
              onAgree={agree}
            />
          ) : null}
          <MillWarnings mill={counted} />
          <p className="hint keys">{say(side === 'self' ? 'keys-hint' : 'keys-hint-verified')}</p>
          {dossier.enterprise.subSectors.length === 0 ? (
            <p className="callout">
              {say('no-sector-yet')} <Link href={stepPath(dossier.id, 'profile')}>{say('choose-sector')}</Link>
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
          <SectionFoot
            enterprise={dossier.id}
            before={sections[index - 1]}
            next={next}
            progress={sectionProgress(section.asked, counted.diagnosis, counted.facts.now, side)}
            side={side}
          />
        </main>
        <GuidancePanel
          question={helped === null ? undefined : mill.questions.get(helped)}
          packs={mill.packs}
          enterprise={dossier.enterprise}
        />
        {guided === null ? null : (
          <GuidanceDrawer
            question={mill.questions.get(guided)}
            packs={mill.packs}
            enterprise={dossier.enterprise}
            onClose={() => setGuided(null)}
          />
        )}
        {undo === null ? null : <UndoLine undo={undo} onDone={forget} />}
      </div>
    </CardContext>
  );
}

const sideKey = (id: string) => `zhizhen-side/${id}`;

/** Who was answering before this tab was opened again: a specialist must not type over the mill's own answers. */
function rememberedSide(id: string): Side {
  return sessionStorage.getItem(sideKey(id)) === 'verified' ? 'verified' : 'self';
}
