import { decodeMessage, encodeMessage } from '#electron/browser-host/message.ts';
import { CHANNELS, type CallName } from '#electron/contract/channels.ts';
import type { DesktopApi, FileKind, NamedFile } from '#electron/contract/desktop-api.ts';
import { CANCELLED, done, trouble, type Outcome } from '#electron/contract/outcomes.ts';
import { giveFile } from './files.ts';

const ACCEPTED: Readonly<Record<FileKind, string>> = {
  dossier: '.json,application/json',
  evidence: '',
  report: '.pdf,.docx,.xlsx',
};

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
    openFiles: ({ kind, many }) => chosenFiles(ACCEPTED[kind], many),
    revealSaved: () => Promise.resolve(trouble('refused')),
    keepEvidence: ask('keepEvidence'),
    readEvidence: ask('readEvidence'),
    sweepEvidence: ask('sweepEvidence'),
    mirrorDossier: ask('mirrorDossier'),
    listMirror: ask('listMirror'),
    readMirror: ask('readMirror'),
    packDossier: ask('packDossier'),
    openPackage: ask('openPackage'),
    acceptPackage: ask('acceptPackage'),
    onClosing: (finish) => window.addEventListener('pagehide', () => void finish()),
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

function chosenFiles(accept: string, multiple: boolean): Promise<Outcome<readonly NamedFile[]>> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept, multiple });
    input.addEventListener('cancel', () => resolve(CANCELLED));
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])].map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }));
      Promise.all(files).then(
        (read) => resolve(done(read)),
        () => resolve(trouble('failed')),
      );
    });
    input.click();
  });
}
