import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { DiskWarning } from '../../app/disk-warning.tsx';
import { stepPath } from '../../app/routes.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useServices } from '../../app/services.ts';
import { SettingsMenu } from '../../app/settings-menu.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { newDossier } from '../../storage/new-dossier.ts';
import { withoutOutdated } from '../../storage/scored-with.ts';
import { EnterpriseTable } from './enterprise-table.tsx';
import { ANYTHING, SHELVES, shelfOf, matches, type Shelf } from './listing.ts';
import { ListFilters } from './list-filters.tsx';
import { ListSummary } from './list-summary.tsx';
import { Tour } from '../tour/tour.tsx';
import { PaletteButton } from '../palette/palette-button.tsx';
import { ImportFiles } from './import-files.tsx';
import { OpenPackage } from './open-package.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { rememberedOrder, rememberOrder } from './remembered-order.ts';
import type { SavedView } from './saved-views.ts';
import { SelectionBar } from './selection-bar.tsx';
import { sorted, type SortOrder } from './sorting.ts';
import { useImporting } from './import-provider.tsx';
import { TakenNotice } from './taken-notice.tsx';
import { twinsOf } from './twins.ts';
import { usePinyin } from './use-pinyin.ts';
import { useSelection } from './use-selection.ts';
import { ViewMenu } from './view-menu.tsx';
import { SweepNotice } from './sweep-notice.tsx';
import { UnwrittenWarning } from './unwritten-warning.tsx';
import { WordsAsidePanel } from './words-aside-panel.tsx';
import { UndoLine } from '../../ui/undo-line.tsx';
import './home.css';

const NewEnterprise = lazy(() => import('./new-enterprise.tsx'));
const ImportDialog = lazy(() => import('./import-dialog.tsx'));

/** All enterprises on this computer. */
export function Home() {
  const { say } = useWords();
  const { store, restoreOffer, newId, today } = useServices();
  const attempt = useAttempt();
  const [, navigate] = useLocation();
  const trust = useSyncExternalStore(store.trust.subscribe, store.trust.state);
  // Asked anew after a doubt: a database that was opened anew tells nobody of the changes before.
  const rows = useLiveQuery(async () => (await store.list()).map(withoutOutdated), [store, trust]);
  const { isCompared } = useSyncExternalStore(restoreOffer.subscribe, restoreOffer.state);
  const [shelf, setShelf] = useState<Shelf>('current');
  const [wanted, setWanted] = useState(ANYTHING);
  const [order, setOrder] = useState(rememberedOrder);
  const [asking, setAsking] = useState(false);
  const { taking, undo, setUndo } = useImporting();
  const { preview, isTaking, lookAtFiles, lookAtPackage, taken, forgetTaken, writing: _, ...decisions } = taking;
  const sought = useDeferredValue(wanted);
  const spells = usePinyin(wanted.text);
  const shown = useMemo(() => {
    const found = (rows ?? []).filter((row) => shelfOf(row) === shelf && matches(row, sought, spells));
    return sorted(found, order);
  }, [rows, shelf, sought, spells, order]);
  const twins = useMemo(() => twinsOf(rows ?? []), [rows]);
  const { chosen, ids: ticked, tick, tickAll } = useSelection(shown);
  const sort = useCallback((chosen: SortOrder) => {
    setOrder(chosen);
    rememberOrder(chosen);
  }, []);
  const show = (view: SavedView) => {
    setWanted(view.wanted);
    sort(view.order);
  };

  const openDemos = async () => {
    const { demoDossiers } = await import('./demo-dossiers.ts');
    for (const dossier of demoDossiers()) await store.replace(dossier);
  };
  return (
    <div className="home" onDrop={(event) => lookAtFiles([...event.dataTransfer.files])}>
      <header className="bar">
        <strong className="brand">{say('brand')}</strong>
        <span className="bar-name">{say('brand-line')}</span>
        <PaletteButton />
        <SettingsMenu />
      </header>
      <Tour enterprise={null} />
      <main className="page wide">
        {rows === undefined ? null : <RestorePanel onCompare={lookAtFiles} />}
        <div className="toolbar">
          <h1>{say('enterprises')}</h1>
          <button type="button" className="primary" data-command="new-enterprise" onClick={() => setAsking(true)}>
            {say('new-enterprise')}
          </button>
          <ImportFiles onChosen={lookAtFiles} />
          <OpenPackage isTaking={isTaking} onOpened={lookAtPackage} />
        </div>
        {rows === undefined ? <p className="waiting">{say('loading')}</p> : null}
        <DiskWarning />
        <UnwrittenWarning />
        {taken === null ? null : <TakenNotice taken={taken} onClose={forgetTaken} />}
        <SweepNotice />
        <WordsAsidePanel />
        {rows?.length === 0 && !isCompared ? <p className="waiting">{say('comparing-copies')}</p> : null}
        {rows?.length === 0 && isCompared ? (
          <section className="welcome">
            <h2>{say('welcome-title')}</h2>
            <p>{say('welcome-text')}</p>
            <p className="buttons">
              <button type="button" className="primary" onClick={() => setAsking(true)}>
                {say('new-enterprise')}
              </button>
              <button type="button" onClick={() => void attempt(openDemos)}>
                {say('open-demos')}
              </button>
            </p>
          </section>
        ) : null}
        {rows !== undefined && rows.length > 0 ? (
          <>
            <ListFilters rows={rows} wanted={wanted} onChange={setWanted} />
            <div className="list-lines">
              <div className="shelves" role="group" aria-label={say('shelves')}>
                {SHELVES.map((name) => (
                  <button key={name} type="button" aria-pressed={name === shelf} onClick={() => setShelf(name)}>
                    {say(`shelf-${name}`)} {rows.filter((row) => shelfOf(row) === name).length}
                  </button>
                ))}
              </div>
              <ListSummary shown={shown} all={rows.filter((row) => shelfOf(row) === shelf).length} />
              <ViewMenu now={{ wanted, order }} onChosen={show} onUndoable={setUndo} />
            </div>
            {chosen.length === 0 ? null : (
              <SelectionBar chosen={chosen} shelf={shelf} onClear={() => tickAll(false)} onUndoable={setUndo} />
            )}
            <EnterpriseTable
              rows={shown}
              shelf={shelf}
              order={order}
              ticked={ticked}
              twins={twins}
              onTick={tick}
              onTickAll={tickAll}
              onSort={sort}
              onUndoable={setUndo}
            />
            {shown.length === 0 ? <p className="empty">{say('nothing-found')}</p> : null}
          </>
        ) : null}
      </main>
      {asking ? (
        <Suspense>
          <NewEnterprise
            rows={rows ?? []}
            onClose={() => setAsking(false)}
            onCreate={({ name, subSectors, processes, way }) => {
              const begun = newDossier(newId('ent'), newId('dia'), name, today());
              const dossier = { ...begun, enterprise: { ...begun.enterprise, subSectors, processes } };
              const first = subSectors.length === 0 ? 'profile' : way === 'quick' ? 'quick' : 'questions';
              return attempt(() => store.replace(dossier).then(() => navigate(stepPath(dossier.id, first))));
            }}
          />
        </Suspense>
      ) : null}
      {preview === null ? null : (
        <Suspense>
          <ImportDialog key={preview.turn} preview={preview} decisions={decisions} />
        </Suspense>
      )}
      {undo === null ? null : <UndoLine undo={undo} onDone={() => setUndo(null)} />}
    </div>
  );
}
