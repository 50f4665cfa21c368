import { useEffect, useEffectEvent, useState } from 'react';
import { library } from '#assessments/packs/registry.ts';
import { evidencePhotos } from '#assessments/reporting/evidence-photos.ts';
import type { Picture } from '#assessments/reporting/report-document.ts';
import { REPORT_CHAPTERS, type ReportChapter } from '#assessments/reporting/report-input.ts';
import { LANGUAGES, type Language } from '#assessments/schema/localized-text.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import type { OfficeFiles } from '#electron/contract/desktop-api.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { useSettings } from '../../app/settings.tsx';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierFile } from '../../platform/dossier-file.ts';
import { Choice } from '../../ui/choice.tsx';
import { PdfPreview } from '../../ui/pdf-preview.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { Select } from '../../ui/select.tsx';
import type { ReportOrder } from '../../workers/report-worker.ts';
import type { PaintedDocument } from '../../documents/composer/documents.ts';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../../documents/composer/formats.ts';
import { ChapterTicks } from './chapter-ticks.tsx';
import { HandOver } from './hand-over.tsx';
import { MadeDocument, madeName } from './made-document.tsx';
import { LogoField } from './logo-field.tsx';
import { readPhotos } from './read-photos.ts';
import { RemarksPage } from './remarks/remarks-page.tsx';
import { ReportParts } from './report-parts.tsx';
import { useReport, type ReportState } from './use-report.ts';
import './report.css';

const PLAN_CHAPTERS: readonly ReportChapter[] = ['money', 'measures'];
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
  const [language, setLanguage] = useState<Language>(spoken);
  const { userName, change } = useSettings();
  const [preparedBy, setPreparedBy] = useState(userName);
  const [logo, setLogo] = useState<Picture | null>(null);
  const [previewed, setPreviewed] = useState<PaintedDocument | null>(null);
  const { state, start, cancel, outdate } = useReport();
  const onChanged = useEffectEvent(outdate);
  useEffect(() => onChanged(), [chapters, language, preparedBy, logo, dossier, round]);
  const fileName = safeFileName(`${dossier.enterprise.name} ${diagnosis.year}`);
  const order = (format: DocumentFormat, office: OfficeFiles): ReportOrder => ({
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
    office,
    data: new URL('data/', document.baseURI).href,
  });
  const hasPhotos = photos.length > 0 && chapters.includes('photos');
  const make = async (format: DocumentFormat) => {
    if (preparedBy.trim() !== '') change({ userName: preparedBy.trim() });
    const wantsPhotos = format === 'pdf' && hasPhotos;
    const office = await desktop.readOffice();
    const files = office.kind === 'done' ? office.value : {};
    return start(
      order(format, files),
      wantsPhotos ? (goesOn) => readPhotos(dossier, diagnosis, desktop, goesOn) : null,
    );
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
          label={say('report-language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={setLanguage}
        />
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
      </div>
      <div className="documents" role="group" aria-label={say('documents')}>
        {DOCUMENT_FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            className="document"
            disabled={state.kind === 'stage'}
            onClick={() => void make(format)}
          >
            <strong>{say(`document-${format}`)}</strong>
            <span>{say(`document-${format}-holds`)}</span>
          </button>
        ))}
      </div>
      <details className="chapters">
        <summary>{say('chapters')}</summary>
        <ChapterTicks offered={offered} chosen={chapters} photos={photos.length} onChange={setChapters} />
      </details>
      <p className="buttons">
        {state.kind === 'stage' ? (
          <button type="button" onClick={cancel}>
            {say('cancel')}
          </button>
        ) : null}
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
        {state.kind === 'done'
          ? state.problems.map((problem) => (
              <p key={problem} className="tone-bad">
                {say(problem)}
              </p>
            ))
          : null}
        {state.kind === 'done'
          ? state.documents.map((document) => (
              <MadeDocument
                key={document.file}
                document={document}
                enterprise={fileName}
                onPreview={() => setPreviewed(document)}
              />
            ))
          : null}
      </div>
      {previewed !== null && state.kind === 'done' ? (
        <PdfPreview
          name={madeName(fileName, previewed, say)}
          bytes={new Uint8Array(previewed.bytes)}
          onClose={() => setPreviewed(null)}
        />
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
