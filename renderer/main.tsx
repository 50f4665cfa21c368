import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { DatabaseGate } from './app/database-gate.tsx';
import { ServicesContext, type Services } from './app/services.ts';
import { SettingsProvider } from './app/settings.tsx';
import { undeclined } from './features/home/declined-copies.ts';
import { desktopOf } from './platform/desktop.ts';
import { GivenPackage } from './platform/given-package.ts';
import { HostHealth } from './platform/host-health.ts';
import { Database } from './storage/database.ts';
import { EnterpriseStore } from './storage/enterprise-store.ts';
import { writeAllLastWords } from './storage/last-words.ts';
import { compareWithMirror } from './storage/lost-enterprises.ts';
import { Mirror } from './storage/mirror.ts';
import { OpenRecords } from './storage/open-records.ts';
import { lockRecord } from './storage/record-lock.ts';
import { RestoreOffer } from './storage/restore-offer.ts';
import { sweepEvidence } from './storage/sweep-evidence.ts';
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
const restoreOffer = new RestoreOffer({ desktop, store, lock: lockRecord });
const services: Services = {
  store,
  records,
  desktop,
  hostHealth,
  mirror,
  restoreOffer,
  givenPackage: new GivenPackage(desktop, () => {
    location.hash = '#/';
  }),
  now,
  today: () => {
    const day = new Date(now());
    const two = (part: number) => String(part).padStart(2, '0');
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  },
  newId: (prefix) => {
    const bytes = crypto.getRandomValues(new Uint8Array(10));
    return `${prefix}-${[...bytes].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('')}`;
  },
};

store.tell(mirror.changed);
// The gate says why a database does not open.
void opened.then(copyAndCompare, () => {});
desktop.onClosing(async () => {
  commitDrafts();
  await store.settled();
  await mirror.flush();
});
document.addEventListener('visibilitychange', commitDrafts);
window.addEventListener('pagehide', () => {
  commitDrafts();
  records.keepLastWords();
});

/** What was changed just before the program ended has no copy yet. */
async function copyAndCompare(): Promise<void> {
  const { lost, uncopied } = await compareWithMirror(desktop, store, now());
  for (const id of uncopied) mirror.changed(id);
  restoreOffer.offer(undeclined(lost));
  // The offer to restore waits for no sweep; one that failed is tried again at the next start.
  void sweepEvidence(desktop, store, now()).catch(() => {});
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
