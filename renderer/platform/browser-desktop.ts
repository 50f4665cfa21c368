import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';
import { CHANNELS, PACKAGE_FILE, type CallName } from '#electron/contract/channels.ts';
import { areTooLarge, type DesktopApi, type FileKind, type NamedFile } from '#electron/contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import { giveFile } from './files.ts';
import { sessionHeaders } from './host-session.ts';

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  dossier: '.json,application/json',
  table: '.xlsx,.csv,.xls,.txt',
  evidence: '',
  report: '.pdf,.docx,.xlsx',
};

/** By which the server tells this page from others in the same browser: a package is opened for the one that gave it. */
const PAGE = crypto.randomUUID();

/** Why the server did not answer a call or take a package. */
const TROUBLES: Readonly<Record<number, Trouble>> = {
  401: 'shut-out',
  413: 'too-large',
  429: 'shut-out',
  500: 'failed',
};

/**
 * The contract in a browser: files are given and taken by the page itself, the rest is asked of the server on this
 * machine that the page came from. Where that answers nothing, every call comes to a trouble.
 */
export function browserDesktop(): DesktopApi {
  const ask =
    <K extends CallName>(name: K) =>
    async (request?: unknown): Promise<never> =>
      (await answer(CHANNELS[name], request)) as never;
  return {
    about: ask('about'),
    saveFile: ({ name, bytes }) => {
      giveFile(name, 'application/octet-stream', new Uint8Array(bytes));
      return Promise.resolve(done({ ticket: '' }));
    },
    openFiles: async ({ kind, many }) => readFiles(await chosenFiles(ACCEPTED[kind], many)),
    revealSaved: ask('revealSaved'),
    readOffice: ask('readOffice'),
    keepEvidence: ask('keepEvidence'),
    readEvidence: ask('readEvidence'),
    sweepEvidence: ask('sweepEvidence'),
    listEvidenceBin: ask('listEvidenceBin'),
    putBackEvidence: ask('putBackEvidence'),
    mirrorDossier: ask('mirrorDossier'),
    listMirror: ask('listMirror'),
    readMirror: ask('readMirror'),
    forgetMirror: ask('forgetMirror'),
    packDossier: ask('packDossier'),
    openPackage: async ({ again, passphrase }) => {
      const given = again ? done(null) : await givePackage();
      return given.kind === 'done' ? ask('openPackage')({ again: true, passphrase }) : given;
    },
    acceptPackage: ask('acceptPackage'),
    onClosing: (finish) => window.addEventListener('pagehide', () => void finish()),
    onPackageGiven: () => {},
  };
}

async function answer(channel: string, request: unknown): Promise<Outcome<unknown>> {
  const posted = await post(channel, new Uint8Array(encodeMessage(request)));
  if (posted.kind !== 'done') return posted;
  try {
    return decodeMessage(new Uint8Array(await posted.value.arrayBuffer())) as Outcome<unknown>;
  } catch {
    return trouble('failed');
  }
}

/** Has the user choose a package and streams it to the server, where it is opened. */
async function givePackage(): Promise<Outcome<null>> {
  const [file] = await chosenFiles('.zhizhen', false);
  if (file === undefined) return CANCELLED;
  const posted = await post(PACKAGE_FILE, file);
  return posted.kind === 'done' ? done(null) : posted;
}

/** Sends bytes to the server, as this page; what it answers where it took them. */
async function post(path: string, body: BodyInit): Promise<Outcome<Response>> {
  const headers = { ...sessionHeaders(), 'x-zhizhen-page': PAGE };
  try {
    const response = await fetch(`desktop/${path}`, { method: 'POST', headers, body });
    return response.ok ? done(response) : trouble(TROUBLES[response.status] ?? 'refused');
  } catch {
    return trouble('host-gone');
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
