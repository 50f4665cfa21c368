import { decodeMessage, encodeMessage } from '#electron/browser-host/message.ts';
import { CHANNELS, PACKAGE_FILE, type CallName } from '#electron/contract/channels.ts';
import { areTooLarge, type DesktopApi, type FileKind, type NamedFile } from '#electron/contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import { giveFile } from './files.ts';

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  dossier: '.json,application/json',
  evidence: '',
  report: '.pdf,.docx,.xlsx',
};

/** Why the server did not take a package: it is too long, or could not be written there. */
const GIVEN_TROUBLES: Readonly<Record<number, Trouble>> = { 413: 'too-large', 500: 'failed' };

/**
 * The contract in a browser: files are given and taken by the page itself, the rest is asked of the server on this
 * machine that the page came from. Where that answers nothing, every call comes to a trouble.
 */
export function browserDesktop(): DesktopApi {
  const token = fetchToken();
  const ask =
    <K extends CallName>(name: K) =>
    async (request?: unknown): Promise<never> =>
      (await answer(await token, CHANNELS[name], request)) as never;
  return {
    about: ask('about'),
    saveFile: ({ name, bytes }) => {
      giveFile(name, 'application/octet-stream', new Uint8Array(bytes));
      return Promise.resolve(done({ ticket: '' }));
    },
    openFiles: async ({ kind, many }) => readFiles(await chosenFiles(ACCEPTED[kind], many)),
    revealSaved: ask('revealSaved'),
    keepEvidence: ask('keepEvidence'),
    readEvidence: ask('readEvidence'),
    sweepEvidence: ask('sweepEvidence'),
    mirrorDossier: ask('mirrorDossier'),
    listMirror: ask('listMirror'),
    readMirror: ask('readMirror'),
    forgetMirror: ask('forgetMirror'),
    packDossier: ask('packDossier'),
    openPackage: async ({ again, passphrase }) => {
      const given = again ? done(null) : await givePackage(await token);
      return given.kind === 'done' ? ask('openPackage')({ again: true, passphrase }) : given;
    },
    acceptPackage: ask('acceptPackage'),
    onClosing: (finish) => window.addEventListener('pagehide', () => void finish()),
    onPackageGiven: () => {},
  };
}

/** The word by which the server knows its own page; null where it has none to give. */
async function fetchToken(): Promise<string | null> {
  try {
    const response = await fetch('desktop/token');
    return response.status === 200 ? await response.text() : null;
  } catch {
    return null;
  }
}

async function answer(token: string | null, channel: string, request: unknown): Promise<Outcome<unknown>> {
  if (token === null) return trouble('refused');
  try {
    const response = await fetch(`desktop/${channel}`, {
      method: 'POST',
      headers: { 'x-zhizhen': token },
      body: new Uint8Array(encodeMessage(request)),
    });
    if (!response.ok) return trouble('refused');
    return decodeMessage(new Uint8Array(await response.arrayBuffer())) as Outcome<unknown>;
  } catch {
    return trouble('failed');
  }
}

/** Has the user choose a package and streams it to the server, where it is opened. */
async function givePackage(token: string | null): Promise<Outcome<null>> {
  if (token === null) return trouble('refused');
  const [file] = await chosenFiles('.zhizhen', false);
  if (file === undefined) return CANCELLED;
  try {
    const headers = { 'x-zhizhen': token };
    const { ok, status } = await fetch(`desktop/${PACKAGE_FILE}`, { method: 'POST', headers, body: file });
    return ok ? done(null) : trouble(GIVEN_TROUBLES[status] ?? 'refused');
  } catch {
    return trouble('failed');
  }
}

async function readFiles(files: readonly File[]): Promise<Outcome<readonly NamedFile[]>> {
  if (files.length === 0) return CANCELLED;
  if (areTooLarge(files.map(({ size }) => size))) return trouble('too-large');
  try {
    const named = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    return done(await Promise.all(named));
  } catch {
    return trouble('failed');
  }
}

/** Empty where the user closed the dialog. */
function chosenFiles(accept: string, multiple: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept, multiple });
    input.addEventListener('cancel', () => resolve([]));
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.click();
  });
}
