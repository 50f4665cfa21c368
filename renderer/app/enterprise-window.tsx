import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useWords } from '../i18n/use-words.ts';
import { newDiagnosis } from '../storage/new-dossier.ts';
import type { OpenRecord } from '../storage/open-record.ts';
import { useImporting } from '../features/home/import-provider.tsx';
import { SaveLine } from '../features/enterprise/save-line.tsx';
import { PaletteButton } from '../features/palette/palette-button.tsx';
import { Tour } from '../features/tour/tour.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { rememberedPlaceIn, rememberPlace } from './remembered-place.ts';
import { HOME, PAGES, STEPS, stepPath, type Step } from './routes.ts';
import { StepFoot } from './step-foot.tsx';
import { StepLink } from './step-link.tsx';
import { useServices } from './services.ts';
import { RecordContext, useOpenRecord, useRecord } from './use-record.ts';

const PAGE_OF = {
  board: lazy(() => import('../features/board/board.tsx')),
  quick: lazy(() => import('../features/quick/quick.tsx')),
  profile: lazy(() => import('../features/enterprise/profile.tsx')),
  facts: lazy(() => import('../features/enterprise/facts.tsx')),
  questions: lazy(() => import('../features/questionnaire/questionnaire.tsx')),
  results: lazy(() => import('../features/results/results.tsx')),
  plan: lazy(() => import('../features/plan/plan.tsx')),
  report: lazy(() => import('../features/report/report.tsx')),
} as const;

interface EnterpriseWindowProps {
  readonly id: string;
  readonly step: string;
  readonly rest: string;
}

/** One enterprise, once nothing that was imported is being written to it: that has it locked, as another window would. */
export default function EnterpriseWindow(props: EnterpriseWindowProps) {
  const { say } = useWords();
  const { taking } = useImporting();
  if (taking.writing !== props.id) return <UnlockedEnterprise {...props} />;
  return (
    <p className="waiting" role="status">
      {say('import-at-work')} <Link href={HOME}>{say('home')}</Link>
    </p>
  );
}

/** Its steps below a bar that says where one is and when it was saved. */
function UnlockedEnterprise({ id, step, rest }: EnterpriseWindowProps) {
  const { say } = useWords();
  const opened = useOpenRecord(id);
  if (opened.kind === 'opening') return <p className="waiting">{say('loading')}</p>;
  if (opened.kind === 'failed') throw new Error(opened.reason);
  if (opened.kind === 'missing') return <Redirect to={HOME} />;
  if (!PAGES.includes(step as Step)) return <Redirect to={stepPath(id, 'board')} />;
  return <OpenEnterprise record={opened.record} step={step as Step} rest={rest} />;
}

function OpenEnterprise({
  record,
  step,
  rest,
}: {
  readonly record: OpenRecord;
  readonly step: Step;
  readonly rest: string;
}) {
  const { newId, today } = useServices();
  const { say } = useWords();
  const [ready, setReady] = useState(record.state().dossier.diagnoses.length > 0);
  useRememberedPlace(record.state().dossier.id, step);
  useEffect(() => {
    if (ready || record.state().readOnly) return;
    record.addDiagnosis(newDiagnosis(newId('dia'), today()));
    setReady(true);
  }, [ready, record, newId, today]);
  if (!ready) return <p className="banner warning">{say('read-only')}</p>;
  const Page = PAGE_OF[step];
  return (
    <RecordContext value={record}>
      <EnterpriseBar step={step} />
      <Suspense fallback={<p className="waiting">{say('loading')}</p>}>
        <Page rest={rest} />
        <StepFoot enterprise={record.state().dossier.id} step={step} />
      </Suspense>
    </RecordContext>
  );
}

function EnterpriseBar({ step }: { readonly step: Step }) {
  const { say } = useWords();
  const { dossier, readOnly } = useRecord();
  const [place] = useLocation();
  return (
    <>
      <header className="bar">
        <Link href={HOME} className="bar-home">
          ‹ {say('home')}
        </Link>
        <strong className="bar-name" title={dossier.enterprise.name}>
          {dossier.enterprise.name}
        </strong>
        <nav className="steps" aria-label={say('steps')}>
          {STEPS.map((candidate) => (
            <StepLink
              key={candidate}
              step={candidate}
              href={candidate === step ? place : rememberedPlaceIn(dossier.id, candidate)}
              isCurrent={candidate === step}
            />
          ))}
        </nav>
        <SaveLine />
        <PaletteButton />
        <SettingsMenu />
      </header>
      <Tour enterprise={dossier.id} />
      {readOnly ? (
        <p className="banner warning" role="alert">
          {say('read-only')}
        </p>
      ) : null}
    </>
  );
}

/** Coming back to the enterprise, or to a step of it, leads to where one was. */
function useRememberedPlace(id: string, step: Step) {
  const [place] = useLocation();
  useEffect(() => rememberPlace(id, step, place), [id, step, place]);
}
