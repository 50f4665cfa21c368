import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { CITIES, SUB_SECTORS, type City, type SubSector } from '#assessments/schema/vocabulary.ts';
import { DiskWarning } from '../../app/disk-warning.tsx';
import { stepPath } from '../../app/routes.ts';
import { useAttempt } from '../../app/use-attempt.ts';
import { useServices } from '../../app/services.ts';
import { SettingsMenu } from '../../app/settings-menu.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { newDossier } from '../../storage/new-dossier.ts';
import { withoutOutdated } from '../../storage/scored-with.ts';
import { Select } from '../../ui/select.tsx';
import { EnterpriseTable } from './enterprise-table.tsx';
import { SHELVES, shelfOf, matches, type Shelf } from './listing.ts';
import { Tour } from '../tour/tour.tsx';
import { PaletteButton } from '../palette/palette-button.tsx';
import { ImportFiles } from './import-files.tsx';

import { OpenPackage } from './open-package.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { rememberedOrder, rememberOrder } from './remembered-order.ts';
import { sorted, type SortOrder } from './sorting.ts';
import { useImporting } from './import-provider.tsx';
import { TakenNotice } from './taken-notice.tsx';
import { usePinyin } from './use-pinyin.ts';
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
  const [text, setText] = useState('');
  const [city, setCity] = useState<City | ''>('');
  const [sector, setSector] = useState<SubSector | ''>('');
  const [order, setOrder] = useState(rememberedOrder);
  const [asking, setAsking] = useState(false);
  const { taking, undo, setUndo } = useImporting();
  const { preview, isTaking, lookAtFiles, lookAtPackage, taken, forgetTaken, writing: _, ...decisions } = taking;
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
        <Suspense>
          <NewEnterprise
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
