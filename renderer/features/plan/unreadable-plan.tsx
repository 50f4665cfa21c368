import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';

/** A plan of another form: it is kept, and nothing is written over it unless the user gives it up. */
export function UnreadablePlan() {
  const { say } = useWords();
  const { dossier, record, readOnly } = useRecord();
  return (
    <main className="page wide plan">
      <h1>{say('plan-title', { name: dossier.enterprise.name })}</h1>
      <div className="empty">
        <p>{say('plan-unreadable')}</p>
        <button
          type="button"
          disabled={readOnly}
          onClick={() => {
            if (confirm(say('plan-replace-question'))) record.plan(() => null);
          }}
        >
          {say('plan-replace')}
        </button>
      </div>
    </main>
  );
}
