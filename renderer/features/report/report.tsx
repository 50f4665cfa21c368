import { useEffect, useEffectEvent, useState } from 'react';
import { library } from '#assessments/packs/registry.ts';
import { evidencePhotos } from '#assessments/reporting/evidence-photos.ts';
import type { Picture } from '#assessments/reporting/report-document.ts';
import { REPORT_CHAPTERS, type ReportChapter } from '#assessments/reporting/report-input.ts';
import { LANGUAGES, type Language } from '#assessments/schema/localized-text.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { useSettings } from '../../app/settings.tsx';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { sizeText } from '../../i18n/size-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierFile } from '../../platform/dossier-file.ts';
import { Choice } from '../../ui/choice.tsx';
import { PdfPreview } from '../../ui/pdf-preview.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { Select } from '../../ui/select.tsx';
import type { ReportNews, ReportOrder } from '../../workers/report-worker.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../documents/composer/formats.ts';
import { ChapterTicks } from './chapter-ticks.tsx';
import { HandOver } from './hand-over.tsx';
import { LogoField } from './logo-field.tsx';
import { readPhotos } from './read-photos.ts';
import { RemarksPage } from './remarks/remarks-page.tsx';
import { ReportParts } from './report-parts.tsx';
import { useReport, type ReportState } from './use-report.ts';
import './report.css';

const PLAN_CHAPTERS: readonly ReportChapter[] = ['plan', 'plan-annexes'];
const LANGUAGE_NAMES = { 'zh-CN': '中文', en: 'English' } as const;

/** The report: what goes into it, made in the background, then a file to keep; the dossier beside it. */
export default function Report({ rest }: { readonly rest: string }) {
  return rest === 'remarks' ? <RemarksPage /> : <ReportDocuments />;
}

function ReportDocuments() {
  const { say, language: spoken } = useWords();
  const { dossier, diagnosis: current } = useRecord();
  const [round, setRound] = useState(current.id);
  const diagnosis = dossier.diagnoses.find((candidate) => candidate.id === round) ?? current;
  const { today, desktop } = useServices();
  const hasPlan = (storedPlan(dossier.plan)?.items ?? []).length > 0;
  const photos = evidencePhotos(dossier, diagnosis, library.pinnedBy(diagnosis.packs).questions);
  const offered = REPORT_CHAPTERS.filter((chapter) =>
    chapter === 'photos' ? photos.length > 0 : hasPlan || !PLAN_CHAPTERS.includes(chapter),
  );
  /** Photos make the file many times larger, so they are asked for. */
  const [chapters, setChapters] = useState<readonly ReportChapter[]>(offered.filter((chapter) => chapter !== 'photos'));
  const [format, setFormat] = useState<DocumentFormat>('pdf');
  const [language, setLanguage] = useState<Language>(spoken);
  const { userName, change } = useSettings();
  const [preparedBy, setPreparedBy] = useState(userName);
  const [logo, setLogo] = useState<Picture | null>(null);
  const [isPreviewed, setIsPreviewed] = useState(false);
  const isWorkbook = format === 'xlsx';
  const isDeck = format === 'pptx';
  const { state, start, cancel, outdate } = useReport();
  const onChanged = useEffectEvent(outdate);
  useEffect(() => onChanged(), [format, chapters, language, preparedBy, logo, dossier, round]);
  const fileName = safeFileName(`${dossier.enterprise.name} ${diagnosis.year}`);
  const order = (): ReportOrder => ({
    dossier,
    diagnosis,
    language,
    asOf: today(),
    format,
    choices: {
      chapters,
      preparedBy: preparedBy.trim(),
      ...(logo === null ? {} : { logo }),
    },
    data: new URL('data/', document.baseURI).href,
  });
  const wantsPhotos = !isWorkbook && !isDeck && photos.length > 0 && chapters.includes('photos');
  const make = () => {
    if (!isWorkbook && preparedBy.trim() !== '') change({ userName: preparedBy.trim() });
    return start(order(), wantsPhotos ? (goesOn) => readPhotos(dossier, diagnosis, desktop, goesOn) : null);
  };
  return (
    <main className="page narrow">
      <h1>{say('step-report')}</h1>
      <ReportParts shown="documents" />
      <div className="form">
        {dossier.diagnoses.length === 1 ? null : (
          <Select
            label={say('round')}
            value={diagnosis.id}
            options={dossier.diagnoses.map(({ id, openedOn }) => ({
              value: id,
              label: id === current.id ? say('round-latest', { day: openedOn }) : openedOn,
            }))}
            onChange={setRound}
          />
        )}
        <Choice
          label={say('report-format')}
          value={format}
          options={DOCUMENT_FORMATS.map((value) => ({ value, label: say(`report-format-${value}`) }))}
          onChange={setFormat}
        />
        {isWorkbook || isDeck ? (
          <p className="hint">{say(isDeck ? 'report-deck-holds' : 'report-workbook-holds')}</p>
        ) : (
          <ChapterTicks offered={offered} chosen={chapters} photos={photos.length} onChange={setChapters} />
        )}
        <Choice
          label={say('report-language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={setLanguage}
        />
        {isWorkbook ? null : (
          <>
            <label className="field">
              <span className="field-label">{say('prepared-by')}</span>
              <input
                type="text"
                value={preparedBy}
                maxLength={200}
                onChange={(event) => setPreparedBy(event.target.value)}
              />
            </label>
            <LogoField logo={logo} onChange={setLogo} />
          </>
        )}
      </div>
      <p className="buttons">
        {state.kind === 'stage' ? (
          <button type="button" onClick={cancel}>
            {say('cancel')}
          </button>
        ) : (
          <button
            type="button"
            className="primary"
            disabled={!isWorkbook && chapters.length === 0}
            onClick={() => void make()}
          >
            {say('make-report')}
          </button>
        )}
        <SaveButton
          label={say('export-dossier')}
          kind="dossier"
          file={() => Promise.resolve(dossierFile(dossier, fileName))}
        />
      </p>
      <div role="status" className="report-state">
        {state.kind === 'stage' ? (
          <>
            <progress aria-label={stageText(state, say)} />
            <p>{stageText(state, say)}</p>
          </>
        ) : null}
        {state.kind === 'outdated' ? <p>{say('report-outdated')}</p> : null}
        {state.kind === 'failed' ? <p className="tone-bad">{say('report-failed', { reason: state.reason })}</p> : null}
        {state.kind === 'done' ? (
          <>
            <p>{doneText(state, say)}</p>
            {state.format === 'docx' ? <p className="hint">{say('report-update-contents')}</p> : null}
            <p className="buttons">
              <SaveButton
                label={say('save-report')}
                kind="report"
                className="primary"
                file={() => Promise.resolve({ name: `${fileName}.${state.format}`, bytes: state.bytes })}
              />
              {state.format === 'pdf' ? (
                <button type="button" onClick={() => setIsPreviewed(true)}>
                  {say('preview')}
                </button>
              ) : null}
            </p>
            {state.unprintable.length === 0 ? null : (
              <>
                <p>{say('unprintable')}</p>
                <ul>
                  {state.unprintable.map((entry) => (
                    <li key={`${entry.codePoint} ${entry.place}`}>
                      {entry.character} {entry.codePoint} · {entry.place} · {entry.count}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        ) : null}
      </div>
      {isPreviewed && state.kind === 'done' ? (
        <PdfPreview name={`${fileName}.pdf`} bytes={state.bytes} onClose={() => setIsPreviewed(false)} />
      ) : null}
      <HandOver />
    </main>
  );
}

function stageText(state: ReportState & { kind: 'stage' }, say: ReturnType<typeof useWords>['say']): string {
  return state.stage === 'photos'
    ? say('stage-photos', { number: state.number, count: state.count })
    : say(`stage-${state.stage}`);
}

function doneText({ pages, bytes }: ReportNews & { kind: 'done' }, say: ReturnType<typeof useWords>['say']): string {
  const size = sizeText(bytes.length, say);
  return pages === null ? say('report-file-done', { size }) : say('report-done', { pages, size });
}
