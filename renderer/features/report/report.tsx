import { useEffect, useState } from 'react';
import type { Picture } from '#assessments/reporting/report-document.ts';
import { REPORT_CHAPTERS, type ReportChapter } from '#assessments/reporting/report-input.ts';
import { LANGUAGES, type Language } from '#assessments/schema/localized-text.ts';
import { storedPlan } from '#assessments/schema/plan.ts';
import { safeFileName } from '#electron/contract/safe-file-name.ts';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { knownCounties } from '../../storage/latest-score.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierFile } from '../../platform/dossier-file.ts';
import { Choice } from '../../ui/choice.tsx';
import { PdfPreview } from '../../ui/pdf-preview.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { Select } from '../../ui/select.tsx';
import type { ReportNews } from '../../workers/report-worker.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../workers/report-format.ts';
import { readLogo } from './read-logo.ts';
import { useReport } from './use-report.ts';
import { HandOver } from './hand-over.tsx';

const WITHOUT_PLAN = REPORT_CHAPTERS.filter((chapter) => chapter !== 'plan' && chapter !== 'plan-annexes');
const LANGUAGE_NAMES = { 'zh-CN': '中文', en: 'English' } as const;

/** The report: what goes into it, made in the background, then a file to keep; the dossier beside it. */
export default function Report() {
  const { say, language: spoken } = useWords();
  const { dossier, diagnosis: current } = useRecord();
  const [round, setRound] = useState(current.id);
  const diagnosis = dossier.diagnoses.find((candidate) => candidate.id === round) ?? current;
  const { today } = useServices();
  const offered = (storedPlan(dossier.plan)?.items ?? []).length > 0 ? REPORT_CHAPTERS : WITHOUT_PLAN;
  const [chapters, setChapters] = useState<readonly ReportChapter[]>(offered);
  const [format, setFormat] = useState<ReportFormat>('pdf');
  const [language, setLanguage] = useState<Language>(spoken);
  const [preparedBy, setPreparedBy] = useState('');
  const [logo, setLogo] = useState<Picture | 'unreadable' | null>(null);
  const [isPreviewed, setIsPreviewed] = useState(false);
  const isWorkbook = format === 'xlsx';
  const { state, start, cancel, forget } = useReport();
  useEffect(forget, [forget, format, chapters, language, preparedBy, logo, dossier, round]);
  const fileName = safeFileName(`${dossier.enterprise.name} ${diagnosis.year}`);
  const order = () => ({
    dossier,
    diagnosis,
    language,
    asOf: today(),
    counties: knownCounties,
    format,
    choices: {
      chapters,
      preparedBy: preparedBy.trim(),
      ...(logo === null || logo === 'unreadable' ? {} : { logo }),
    },
    data: new URL('data/', document.baseURI).href,
  });
  return (
    <main className="page narrow">
      <h1>{say('step-report')}</h1>
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
          options={REPORT_FORMATS.map((value) => ({ value, label: say(`report-format-${value}`) }))}
          onChange={setFormat}
        />
        {isWorkbook ? (
          <p className="hint">{say('report-workbook-holds')}</p>
        ) : (
          <fieldset className="ticks">
            <legend>{say('chapters')}</legend>
            {offered.map((chapter) => (
              <label key={chapter}>
                <input
                  type="checkbox"
                  checked={chapters.includes(chapter)}
                  onChange={() =>
                    setChapters((before) =>
                      offered.filter((candidate) => (candidate === chapter) !== before.includes(candidate)),
                    )
                  }
                />
                <span>{say(`chapter-${chapter}`)}</span>
              </label>
            ))}
          </fieldset>
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
              <input type="text" value={preparedBy} onChange={(event) => setPreparedBy(event.target.value)} />
            </label>
            <div className="field">
              <span className="field-label">{say('logo')}</span>
              <div className="buttons tight">
                <label className="button">
                  {say('choose-logo')}
                  <input
                    type="file"
                    className="unseen"
                    accept="image/*"
                    onChange={(event) => {
                      const [file] = event.target.files ?? [];
                      if (file !== undefined) readLogo(file).then(setLogo, () => setLogo('unreadable'));
                    }}
                  />
                </label>
                {logo === null || logo === 'unreadable' ? null : (
                  <>
                    <img className="logo" src={`data:image/jpeg;base64,${logo.jpeg}`} alt={say('logo')} />
                    <button type="button" className="quiet" onClick={() => setLogo(null)}>
                      {say('remove')}
                    </button>
                  </>
                )}
              </div>
              {logo === 'unreadable' ? <span className="field-problem">{say('logo-unreadable')}</span> : null}
            </div>
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
            onClick={() => start(order())}
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
            <progress aria-label={say(`stage-${state.stage}`)} />
            <p>{say(`stage-${state.stage}`)}</p>
          </>
        ) : null}
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

function doneText({ pages, bytes }: ReportNews & { kind: 'done' }, say: ReturnType<typeof useWords>['say']): string {
  const size = Math.ceil(bytes.length / 1000);
  return pages === null ? say('report-file-done', { size }) : say('report-done', { pages, size });
}
