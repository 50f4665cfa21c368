import './styles/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { localDay } from '#electron/contract/local-day.ts';
import { App } from './app/app.tsx';
import { compareCopies } from './app/compare-copies.ts';
import { DatabaseGate } from './app/database-gate.tsx';
import { ServicesContext, type Services } from './app/services.ts';
import { SettingsProvider } from './app/settings.tsx';
import { wantCopiesAgain } from './features/home/declined-copies.ts';
import { desktopOf } from './platform/desktop.ts';
import { GivenPackage } from './platform/given-package.ts';
import { HostHealth } from './platform/host-health.ts';
import { Database } from './storage/database.ts';
import { databaseBegun } from './storage/database-begun.ts';
import { EnterpriseStore } from './storage/enterprise-store.ts';
import { writeAllLastWords } from './storage/last-words.ts';
import { Mirror } from './storage/mirror.ts';
import { OpenRecords } from './storage/open-records.ts';
import { lockRecord } from './storage/record-lock.ts';
import { RestoreOffer } from './storage/restore-offer.ts';
import { EvidenceSweep } from './storage/sweep-evidence.ts';
import { commitDrafts } from './ui/open-drafts.ts';

const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const now = () => Date.now();
const database = new Database();
const store = new EnterpriseStore(database, now);
const records = new OpenRecords(store, now);
const hostHealth = new HostHealth();
const desktop = hostHealth.watched(desktopOf(window));
const mirror = new Mirror(desktop, store);
const opened = database.openChecked().then(() => writeAllLastWords(store));
const restoreOffer = new RestoreOffer({ desktop, store, lock: lockRecord, pauses: [200, 1000] });
const evidenceSweep = new EvidenceSweep({
  desktop,
  store,
  begun: () => databaseBegun(database, now()),
  isOffering: () => restoreOffer.state().lost.length > 0,
  now,
});
const showList = () => {
  location.hash = '#/';
};
const compare = () => compareCopies({ desktop, store, mirror, restoreOffer, evidenceSweep, showOffer: showList });
const services: Services = {
  store,
  records,
  desktop,
  hostHealth,
  mirror,
  restoreOffer,
  evidenceSweep,
  givenPackage: new GivenPackage(desktop, showList),
  now,
  today: () => localDay(now()),
  newId: (prefix) => {
    const bytes = crypto.getRandomValues(new Uint8Array(10));
    return `${prefix}-${[...bytes].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('')}`;
  },
};

store.tell((id) => {
  wantCopiesAgain(id);
  mirror.changed(id);
});
store.tellUnsure(mirror.keep);
// What the database lost while it was in doubt is offered back as at a start.
store.trust.subscribe(() => {
  if (store.trust.state().kind === 'trusted') void compare();
});
// The gate says why a database does not open.
void opened.then(compare, () => {});
desktop.onClosing(async () => {
  commitDrafts();
  // In doubt the copies come first: the proof of the database may outlast the closing.
  if (store.trust.state().kind === 'doubted') await mirror.flush();
  await store.settled();
  await mirror.flush();
});
document.addEventListener('visibilitychange', commitDrafts);
window.addEventListener('pagehide', () => {
  commitDrafts();
  records.keepLastWords();
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) records.forgetLastWords();
});

// A file dropped beside its place would make the browser leave the program.
for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, (event) => event.preventDefault());

void navigator.storage.persist();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <SettingsProvider>
        <DatabaseGate opened={opened}>
          <App />
        </DatabaseGate>
      </SettingsProvider>
    </ServicesContext>
  </StrictMode>,
);
