import { Link } from 'wouter';
import { shippedPacks } from '#assessments/packs/registry.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { rememberedPlace } from '../../app/remembered-place.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { giveDossier } from '../../platform/files.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { TOPICS } from '../../storage/new-dossier.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { Shelf } from './listing.ts';
import type { Undo } from './undo-line.tsx';

interface EnterpriseTableProps {
  readonly rows: readonly EnterpriseRow[];
  readonly shelf: Shelf;
  readonly onUndoable: (undo: Undo) => void;
}

/** The enterprises with where each topic stands, how complete it is and when it changed. */
export function EnterpriseTable({ rows, shelf, onUndoable }: EnterpriseTableProps) {
  const { say, pick } = useWords();
  const { store, newId } = useServices();
  const copy = async (id: string) => {
    const dossier = await store.read(id);
    if (dossier === null) return;
    const name = say('copy-of', { name: dossier.enterprise.name });
    await store.replace({ ...dossier, id: newId('ent') as Dossier['id'], enterprise: { ...dossier.enterprise, name } });
  };
  const give = async (id: string) => {
    const dossier = await store.read(id);
    if (dossier === null) return;
    giveDossier(dossier, dossier.enterprise.name);
  };
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('enterprises')}>
      <table className="enterprises">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('city')}</th>
            <th scope="col">{say('sub-sectors')}</th>
            {TOPICS.map((topic) => (
              <th key={topic} scope="col" className="align-right">
                {pick(shippedPacks[topic].shortName)}
              </th>
            ))}
            <th scope="col" className="align-right">
              {say('completeness')}
            </th>
            <th scope="col">{say('changed')}</th>
            <th scope="col">
              <span className="unseen">{say('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, base, summary, changedAt }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={rememberedPlace(id)} title={base.enterprise.name}>
                  {base.enterprise.name}
                </Link>
              </th>
              <td>{base.enterprise.region?.city ?? '—'}</td>
              <td>
                {base.enterprise.subSectors.map((sector) => say(`sector-${sector}`)).join(say('list-separator')) || '—'}
              </td>
              {TOPICS.map((topic) => {
                const standing = summary?.packs[topic];
                return (
                  <td key={topic} className="align-right">
                    {standing === undefined ? (
                      '—'
                    ) : (
                      <>
                        {shownScore(standing)}
                        <small>{standing.level === null ? '—' : say('level', { level: standing.level })}</small>
                      </>
                    )}
                  </td>
                );
              })}
              <td className="align-right">
                {summary === null || summary.applicable === 0
                  ? '—'
                  : `${Math.floor((100 * summary.answered) / summary.applicable)} %`}
              </td>
              <td>{new Date(changedAt).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })}</td>
              <td className="row-actions">
                {shelf === 'deleted' ? (
                  <>
                    <button type="button" className="quiet" onClick={() => void store.remove(id, false)}>
                      {say('restore')}
                    </button>
                    <button
                      type="button"
                      className="quiet"
                      onClick={() => {
                        if (confirm(say('erase-question', { name: base.enterprise.name }))) void store.erase(id);
                      }}
                    >
                      {say('erase')}
                    </button>
                  </>
                ) : (
                  <>
                    <button type="button" className="quiet" onClick={() => void give(id)}>
                      {say('export')}
                    </button>
                    <button type="button" className="quiet" onClick={() => void copy(id)}>
                      {say('duplicate')}
                    </button>
                    <button type="button" className="quiet" onClick={() => void store.archive(id, shelf === 'current')}>
                      {say(shelf === 'current' ? 'archive' : 'unarchive')}
                    </button>
                    <button
                      type="button"
                      className="quiet"
                      onClick={() =>
                        void store.remove(id, true).then(() =>
                          onUndoable({
                            text: say('deleted', { name: base.enterprise.name }),
                            undo: () => store.remove(id, false),
                          }),
                        )
                      }
                    >
                      {say('delete')}
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
