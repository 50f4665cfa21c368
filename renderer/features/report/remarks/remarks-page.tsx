import { isOutdated } from '#assessments/reporting/remark-blocks.ts';
import { suggestedRemark } from '#assessments/reporting/remark-suggestions.ts';
import type { Mill } from '#assessments/reporting/report-input.ts';
import { REMARK_PLACES, type RemarkPlace } from '#assessments/schema/remarks.ts';
import { useRecord } from '../../../app/use-record.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { UndoLine } from '../../../ui/undo-line.tsx';
import { useMill } from '../../results/use-mill.ts';
import { ReportParts } from '../report-parts.tsx';
import { RemarkField } from './remark-field.tsx';
import { useRemarks } from './use-remarks.ts';
import './remarks.css';

const SUMMARY: readonly RemarkPlace[] = ['highlight-1', 'highlight-2', 'highlight-3', 'conclusion'];
const CHAPTERS = REMARK_PLACES.filter((place) => !SUMMARY.includes(place));

/** What the specialist says in the documents: highlights, conclusion and a remark to each chapter. */
export function RemarksPage() {
  const { say } = useWords();
  const { diagnosis } = useRecord();
  const mill = useMill(diagnosis);
  return (
    <main className="page narrow">
      <h1>{say('step-report')}</h1>
      <ReportParts shown="remarks" />
      {mill === null ? <p className="waiting">{say('loading')}</p> : <Remarks mill={mill} />}
    </main>
  );
}

function Remarks({ mill }: { readonly mill: Mill }) {
  const { say } = useWords();
  const { diagnosis, readOnly } = useRecord();
  const { actionsAt, undo, onUndone } = useRemarks();
  const field = (place: RemarkPlace) => {
    const remark = diagnosis.remarks?.[place];
    return (
      <RemarkField
        key={place}
        place={place}
        remark={remark}
        suggested={suggestedRemark(place, mill)}
        isOutdated={remark !== undefined && isOutdated(place, remark, mill)}
        actions={actionsAt(place)}
      />
    );
  };
  return (
    <fieldset disabled={readOnly} className="remarks">
      <p>{say('remarks-round', { day: diagnosis.openedOn })}</p>
      <p className="hint">{say('remarks-hint')}</p>
      <h2>{say('remarks-summary')}</h2>
      {SUMMARY.map(field)}
      <h2>{say('remarks-chapters')}</h2>
      {CHAPTERS.map(field)}
      {undo === null ? null : <UndoLine undo={undo} onDone={onUndone} />}
    </fieldset>
  );
}
