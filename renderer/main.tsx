import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { DatabaseGate } from './app/database-gate.tsx';
import { ServicesContext, type Services } from './app/services.ts';
import { SettingsProvider } from './app/settings.tsx';
import { undeclined, wantCopiesAgain } from './features/home/declined-copies.ts';
import { desktopOf } from './platform/desktop.ts';
import { GivenPackage } from './platform/given-package.ts';
import { HostHealth } from './platform/host-health.ts';
import { Database } from './storage/database.ts';
import { databaseBegun } from './storage/database-begun.ts';
import { EnterpriseStore } from './storage/enterprise-store.ts';
import { writeAllLastWords } from './storage/last-words.ts';
import { localDay } from './storage/local-day.ts';
import { compareWithMirror } from './storage/lost-enterprises.ts';
import { Mirror } from './storage/mirror.ts';
import { OpenRecords } from './storage/open-records.ts';
import { lockRecord } from './storage/record-lock.ts';
import { RestoreOffer } from './storage/restore-offer.ts';
import { EvidenceSweep } from './storage/sweep-evidence.ts';
import { commitDrafts } from './ui/open-drafts.ts';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/features.css';

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
const services: Services = {
  store,
  records,
  desktop,
  hostHealth,
  mirror,
  restoreOffer,
  evidenceSweep,
  givenPackage: new GivenPackage(desktop, () => {
    location.hash = '#/';
  }),
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
  if (store.trust.state().kind === 'trusted') void copyAndCompare().catch(() => {});
});
// The gate says why a database does not open.
void opened.then(copyAndCompare, () => {});
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

/** What was changed just before the program ended has no copy yet. */
async function copyAndCompare(): Promise<void> {
  const { lost, uncopied, isEmpty, ...copies } = await compareWithMirror(desktop, store);
  for (const id of uncopied) mirror.changed(id);
  const offered = undeclined(lost);
  restoreOffer.offer({ ...copies, lost: offered });
  // Wherever the page was left: what was there is gone, and the offer is the way on.
  if (isEmpty && offered.length > 0) location.hash = '#/';
  // A row that something was lost from tells by its count what was there.
  void store.scoreOutdated(new Set(lost.map(({ id }) => id))).catch(() => {});
  // The offer to restore waits for no sweep; one that failed is tried again at the next start.
  void evidenceSweep.start().catch(() => {});
}

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
