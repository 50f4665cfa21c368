import { useSyncExternalStore } from 'react';
import { useServices } from '../../app/services.ts';
import { useRecord } from '../../app/use-record.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierFile } from '../../platform/dossier-file.ts';
import { SaveButton } from '../../ui/save-button.tsx';

/** When the last change was written; where it could not be, what to do. */
export function SaveLine() {
  const { say, language } = useWords();
  const { dossier, record } = useRecord();
  const { mirror, store } = useServices();
  const save = useSyncExternalStore(record.subscribe, record.save);
  const copy = useSyncExternalStore(mirror.subscribe, mirror.state);
  const trust = useSyncExternalStore(store.trust.subscribe, store.trust.state);
  if (save.kind === 'failed' || trust.kind === 'doubted') {
    return (
      <div className="save-line failed" role="alert">
        {say('save-failed')} {mirror.holds(dossier) ? say('kept-in-copies') : null}
        {!mirror.holds(dossier) && copy.kind === 'failed'
          ? say('not-kept-in-copies', { reason: say(`trouble-${copy.trouble}`) })
          : null}
        <button type="button" onClick={() => record.retry()}>
          {say('retry')}
        </button>
        <SaveButton
          label={say('emergency-export')}
          kind="dossier"
          file={() => Promise.resolve(dossierFile(dossier, dossier.enterprise.name))}
        />
      </div>
    );
  }
  const text =
    save.kind === 'saving'
      ? say('saving')
      : save.at === null
        ? say('nothing-to-save')
        : say('saved-at', { time: new Date(save.at).toLocaleTimeString(language, { hour12: false }) });
  return (
    <div className="save-line" role="status" data-saved={save.kind === 'saved' ? (save.at ?? 0) : undefined}>
      {text}
    </div>
  );
}
