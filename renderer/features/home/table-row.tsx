import { memo } from 'react';
import { Link } from 'wouter';
import { shippedPacks } from '#assessments/packs/registry.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import { TOPIC_IDS } from '#assessments/schema/ids.ts';
import { revisionOf } from '#assessments/schema/revision.ts';
import { officialLevelName } from '#assessments/scoring/level-name.ts';
import { shownScore } from '#assessments/scoring/shown-number.ts';
import { rememberedPlace } from '../../app/remembered-place.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useServices } from '../../app/services.ts';
import { useWords } from '../../i18n/use-words.ts';
import { dossierFile } from '../../platform/dossier-file.ts';
import type { EnterpriseRow } from '../../storage/database.ts';
import { whileLocked } from '../../storage/record-lock.ts';
import { SaveButton } from '../../ui/save-button.tsx';
import type { Undo } from '../../ui/undo-line.tsx';
import { eraseEnterprise } from './erase-enterprise.ts';
import { progressOf, type Shelf } from './listing.ts';
import { TwinMark } from './twin-mark.tsx';
import type { Twin } from './twins.ts';
import type { Tick } from './use-selection.ts';

interface TableRowProps {
  readonly row: EnterpriseRow;
  /** In the list, from 0. */
  readonly position: number;
  readonly shelf: Shelf;
  readonly isTicked: boolean;
  readonly twin: Twin | undefined;
  readonly onTick: Tick;
  readonly onUndoable: (undo: Undo) => void;
}

const DAY_AND_TIME = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });

/** One enterprise of the list and what can be done with it. */
export const TableRow = memo(function TableRow({
  row,
  position,
  shelf,
  isTicked,
  twin,
  onTick,
  onUndoable,
}: TableRowProps) {
  const { say, language } = useWords();
  const { store, mirror, newId } = useServices();
  const { id, base, summary, changedAt } = row;
  const progress = progressOf(row);
  const copy = async (id: string) => {
    const dossier = await store.read(id);
    if (dossier === null) return;
    const name = say('copy-of', { name: dossier.enterprise.name });
    await store.replace({ ...dossier, id: newId('ent') as Dossier['id'], enterprise: { ...dossier.enterprise, name } });
  };
  const fileOf = async (id: string) => {
    const dossier = await store.read(id);
    return dossier === null ? null : dossierFile(dossier, dossier.enterprise.name);
  };
  const attempt = useAttempt();
  /** Does the work unless another window has the enterprise, which is said. */
  const whileMine = (work: () => Promise<void>) =>
    attempt(async () => {
      if (!(await whileLocked(id, work))) alert(say('open-elsewhere', { name: base.enterprise.name }));
    });
  const remove = async () => {
    await store.remove(id, true);
    onUndoable({ text: say('deleted', { name: base.enterprise.name }), undo: () => store.remove(id, false) });
  };
  const erase = async () => {
    const forgotten = await eraseEnterprise({ id, revision: revisionOf(base) }, { store, mirror });
    if (forgotten.kind === 'trouble' && forgotten.trouble !== 'refused')
      alert(say('copies-not-erased', { reason: say(`trouble-${forgotten.trouble}`) }));
  };
  return (
    <tr aria-rowindex={2 + position} className={isTicked ? 'ticked' : ''}>
      <td className="tick">
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={say('select-row', { name: base.enterprise.name })}
          onChange={({ nativeEvent }) =>
            onTick({ id, isRange: nativeEvent instanceof MouseEvent && nativeEvent.shiftKey })
          }
        />
      </td>
      <th scope="row">
        <Link href={rememberedPlace(id)} title={base.enterprise.name}>
          {base.enterprise.name}
        </Link>
        {twin === undefined ? null : <TwinMark twin={twin} />}
      </th>
      <td>{base.enterprise.region?.city ?? '—'}</td>
      <td>{base.enterprise.subSectors.map((sector) => say(`sector-${sector}`)).join(say('list-separator')) || '—'}</td>
      {TOPIC_IDS.map((topic) => {
        const standing = summary?.packs[topic];
        return (
          <td key={topic} className="align-right">
            {standing === undefined ? (
              '—'
            ) : (
              <>
                {shownScore(standing)}
                <small>{standing.level === null ? '—' : say('level', { level: standing.level })}</small>
                <small>{officialLevelName(shippedPacks[topic], summary?.gbt39116, language)}</small>
              </>
            )}
          </td>
        );
      })}
      <td className="align-right">{progress === null ? '—' : `${Math.floor(100 * progress)} %`}</td>
      <td>{DAY_AND_TIME.format(changedAt)}</td>
      <td className="row-actions">
        {shelf === 'deleted' ? (
          <>
            <button type="button" className="quiet" onClick={() => void attempt(() => store.remove(id, false))}>
              {say('restore')}
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() => {
                if (!confirm(say('erase-question', { name: base.enterprise.name }))) return;
                void whileMine(erase);
              }}
            >
              {say('erase')}
            </button>
          </>
        ) : (
          <>
            <SaveButton label={say('export')} kind="dossier" className="quiet" file={() => fileOf(id)} />
            <button type="button" className="quiet" onClick={() => void attempt(() => copy(id))}>
              {say('duplicate')}
            </button>
            <button
              type="button"
              className="quiet"
              onClick={() => void whileMine(() => store.archive(id, shelf === 'current'))}
            >
              {say(shelf === 'current' ? 'archive' : 'unarchive')}
            </button>
            <button type="button" className="quiet" onClick={() => void whileMine(remove)}>
              {say('delete')}
            </button>
          </>
        )}
      </td>
    </tr>
  );
});
