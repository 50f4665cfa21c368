import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { CITIES, SUB_SECTORS, type City, type SubSector } from '#assessments/schema/vocabulary.ts';
import type { Dossier } from '#assessments/schema/dossier.ts';
import type { OpenedPackage } from '#electron/contract/desktop-api.ts';
import { stepPath } from '../../app/routes.ts';
import { useServices } from '../../app/services.ts';
import { SettingsMenu } from '../../app/settings-menu.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { newDossier } from '../../storage/new-dossier.ts';
import { lockRecord } from '../../storage/record-lock.ts';
import { Select } from '../../ui/select.tsx';
import { EnterpriseTable } from './enterprise-table.tsx';
import type { ImportPreview } from './import-dialog.tsx';
import { compareDossiers } from './import-relation.ts';
import { SHELVES, shelfOf, matches, type Shelf } from './listing.ts';
import { NewEnterprise } from './new-enterprise.tsx';
import { OpenPackage } from './open-package.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { rememberedOrder, rememberOrder } from './remembered-order.ts';
import { sorted, type SortOrder } from './sorting.ts';
import { usePinyin } from './use-pinyin.ts';
import { UndoLine, type Undo } from '../../ui/undo-line.tsx';

const ImportDialog = lazy(() => import('./import-dialog.tsx'));

/** All enterprises on this computer. */
export function Home() {
  const { say } = useWords();
  const { store, desktop, newId, today } = useServices();
  const [, navigate] = useLocation();
  const rows = useLiveQuery(() => store.list(), [store]);
  const [shelf, setShelf] = useState<Shelf>('current');
  const [text, setText] = useState('');
  const [city, setCity] = useState<City | ''>('');
  const [sector, setSector] = useState<SubSector | ''>('');
  const [order, setOrder] = useState(rememberedOrder);
  const [asking, setAsking] = useState(false);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [undo, setUndo] = useState<Undo | null>(null);
  const wanted = useDeferredValue(text);
  const spells = usePinyin(text);
  const shown = useMemo(() => {
    const filter = { text: wanted, city, sector };
    const found = (rows ?? []).filter((row) => shelfOf(row) === shelf && matches(row, filter, spells));
    return sorted(found, order);
  }, [rows, shelf, wanted, city, sector, spells, order]);
  const sort = useCallback((chosen: SortOrder) => {
    setOrder(chosen);
    rememberOrder(chosen);
  }, []);

  const look = async (file: File, ticket: string | null = null) => {
    const { readImport } = await import('./read-import.ts');
    const { outcome, days } = await readImport(file);
    const comparison = outcome.ok ? compareDossiers(await store.read(outcome.value.id), outcome.value) : null;
    setPreview({ file: file.name, outcome, days, comparison, ticket, refusal: null });
  };
  const lookAtPackage = async ({ dossier, ticket, maker, madeAt, signer }: OpenedPackage) => {
    await look(
      new File([dossier], say('package-from', { maker: maker || say('package-unsigned'), day: madeAt, signer })),
      ticket,
    );
  };
  const take = async (dossier: Dossier) => {
    const lock = await lockRecord(dossier.id);
    const refusal = lock.mine ? await refusalOfEvidence() : say('import-open-elsewhere');
    if (refusal === null) await store.replace(dossier);
    lock.release();
    if (refusal === null) closePreview();
    else setPreview((before) => (before === null ? null : { ...before, refusal }));
  };
  /** Takes the evidence of a hand-over package; why it could not be taken, null where it was or there is none. */
  const refusalOfEvidence = async () => {
    if (preview === null || preview.ticket === null) return null;
    const taken = await desktop.acceptPackage({ ticket: preview.ticket });
    return taken.kind === 'trouble' ? say('package-not-taken', { reason: say(`trouble-${taken.trouble}`) }) : null;
  };
  /** Several files are shown one after the other. */
  const lookAtAll = async ([first, ...others]: File[]) => {
    setWaiting(others);
    if (first !== undefined) await look(first);
  };
  const closePreview = () => {
    setPreview(null);
    if (waiting.length > 0) void lookAtAll([...waiting]);
  };
  const openDemos = async () => {
    const { demoDossiers } = await import('./demo-dossiers.ts');
    for (const dossier of demoDossiers()) await store.replace(dossier);
  };
  return (
    <div className="home" onDrop={(event) => void lookAtAll([...event.dataTransfer.files])}>
      <header className="bar">
        <strong className="brand">{say('brand')}</strong>
        <span className="bar-name">{say('brand-line')}</span>
        <SettingsMenu />
      </header>
      <main className="page wide">
        <div className="toolbar">
          <h1>{say('enterprises')}</h1>
          <button type="button" className="primary" onClick={() => setAsking(true)}>
            {say('new-enterprise')}
          </button>
          <label className="button">
            {say('import')}
            <input
              type="file"
              className="unseen"
              multiple
              accept=".json,application/json"
              onChange={(event) => {
                void lookAtAll([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
          <OpenPackage onOpened={(opened) => void lookAtPackage(opened)} />
        </div>
        {rows === undefined ? <p className="waiting">{say('loading')}</p> : null}
        {rows === undefined ? null : <RestorePanel rows={rows} />}
        {rows?.length === 0 ? (
          <section className="welcome">
            <h2>{say('welcome-title')}</h2>
            <p>{say('welcome-text')}</p>
            <p className="buttons">
              <button type="button" className="primary" onClick={() => setAsking(true)}>
                {say('new-enterprise')}
              </button>
              <button type="button" onClick={() => void openDemos()}>
                {say('open-demos')}
              </button>
            </p>
          </section>
        ) : null}
        {rows !== undefined && rows.length > 0 ? (
          <>
            <div className="filters">
              <input
                type="search"
                value={text}
                placeholder={say('search-enterprise')}
                aria-label={say('search-enterprise')}
                onChange={(event) => setText(event.target.value)}
              />
              <Select
                hideLabel
                label={say('city')}
                value={city}
                empty={say('any-city')}
                options={CITIES.map((value) => ({ value, label: value }))}
                onChange={setCity}
              />
              <Select
                hideLabel
                label={say('sub-sectors')}
                value={sector}
                empty={say('any-sub-sector')}
                options={SUB_SECTORS.map((value) => ({ value, label: say(`sector-${value}`) }))}
                onChange={setSector}
              />
              <div className="shelves" role="group" aria-label={say('shelves')}>
                {SHELVES.map((name) => (
                  <button key={name} type="button" aria-pressed={name === shelf} onClick={() => setShelf(name)}>
                    {say(`shelf-${name}`)} {rows.filter((row) => shelfOf(row) === name).length}
                  </button>
                ))}
              </div>
            </div>
            <EnterpriseTable rows={shown} shelf={shelf} order={order} onSort={sort} onUndoable={setUndo} />
            {shown.length === 0 ? <p className="empty">{say('nothing-found')}</p> : null}
          </>
        ) : null}
      </main>
      {asking ? (
        <NewEnterprise
          onClose={() => setAsking(false)}
          onCreate={(name) => {
            const dossier = newDossier(newId('ent'), newId('dia'), name, today());
            void store.replace(dossier).then(() => navigate(stepPath(dossier.id, 'profile')));
          }}
        />
      ) : null}
      {preview === null ? null : (
        <Suspense>
          <ImportDialog
            key={`${preview.file} ${waiting.length}`}
            preview={preview}
            onReplace={(dossier) => void take(dossier)}
            onCopy={(dossier) => void take({ ...dossier, id: newId('ent') as Dossier['id'] })}
            onClose={closePreview}
          />
        </Suspense>
      )}
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </div>
  );
}
