import { decodeMessage, encodeMessage } from '#electron/contract/message.ts';
import { CHANNELS, PACKAGE_FILE, type CallName } from '#electron/contract/channels.ts';
import { areTooLarge, type DesktopApi, type FileKind, type NamedFile } from '#electron/contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome, type Trouble } from '#electron/contract/outcomes.ts';
import { giveFile } from './files.ts';

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  dossier: '.json,application/json',
  evidence: '',
  report: '.pdf,.docx,.xlsx',
};

/** By which the server tells this page from others in the same browser: a package is opened for the one that gave it. */
const PAGE = crypto.randomUUID();

/** Why the server did not take a package: it is too long, or could not be written there. */
const GIVEN_TROUBLES: Readonly<Record<number, Trouble>> = { 413: 'too-large', 500: 'failed' };

/** Sends bytes to the server; null where there is none that knows this page. */
type Post = (path: string, body: BodyInit) => Promise<Response | null>;

/**
 * The contract in a browser: files are given and taken by the page itself, the rest is asked of the server on this
 * machine that the page came from. Where that answers nothing, every call comes to a trouble.
 */
export function browserDesktop(): DesktopApi {
  let token = fetchToken();
  /** A server that was started again has another word, and is asked for it once. */
  const post: Post = async (path, body) => {
    const response = await postWith(await token, path, body);
    if (response?.status !== 403) return response;
    token = fetchToken();
    return postWith(await token, path, body);
  };
  const ask =
    <K extends CallName>(name: K) =>
    async (request?: unknown): Promise<never> =>
      (await answer(post, CHANNELS[name], request)) as never;
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
    listEvidenceBin: ask('listEvidenceBin'),
    putBackEvidence: ask('putBackEvidence'),
    mirrorDossier: ask('mirrorDossier'),
    listMirror: ask('listMirror'),
    readMirror: ask('readMirror'),
    forgetMirror: ask('forgetMirror'),
    packDossier: ask('packDossier'),
    openPackage: async ({ again, passphrase }) => {
      if ((await token) === null) return trouble('refused');
      const given = again ? done(null) : await givePackage(post);
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

async function postWith(token: string | null, path: string, body: BodyInit): Promise<Response | null> {
  if (token === null) return null;
  const headers = { 'x-zhizhen': token, 'x-zhizhen-page': PAGE };
  return fetch(`desktop/${path}`, { method: 'POST', headers, body });
}

async function answer(post: Post, channel: string, request: unknown): Promise<Outcome<unknown>> {
  try {
    const response = await post(channel, new Uint8Array(encodeMessage(request)));
    if (response?.ok !== true) return trouble('refused');
    return decodeMessage(new Uint8Array(await response.arrayBuffer())) as Outcome<unknown>;
  } catch {
    return trouble('failed');
  }
}

/** Has the user choose a package and streams it to the server, where it is opened. */
async function givePackage(post: Post): Promise<Outcome<null>> {
  const [file] = await chosenFiles('.zhizhen', false);
  if (file === undefined) return CANCELLED;
  try {
    const response = await post(PACKAGE_FILE, file);
    if (response === null) return trouble('refused');
    return response.ok ? done(null) : trouble(GIVEN_TROUBLES[response.status] ?? 'refused');
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
