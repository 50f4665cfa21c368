import program from '../../package.json' with { type: 'json' };
import { CHANNELS, PACKAGE_FILE, type CallName } from '../contract/channels.ts';
import { MOST_BYTES } from '../contract/desktop-api.ts';
import { decodeMessage, encodeMessage } from '../contract/message.ts';
import { done, trouble } from '../contract/outcomes.ts';
import { answer } from '../host/calls/answer.ts';
import { handlersOf } from '../host/calls/handler-table.ts';
import { storesIn } from '../host/calls/stores.ts';
import { fileCalls } from '../host/files/save-and-open.ts';
import { savedFiles } from '../host/files/saved-files.ts';
import { packageCalls } from '../host/hand-over/packages.ts';
import { newPackagePath } from './new-package-path.ts';
import { pagePackages } from './page-packages.ts';
import { placesIn } from './places.ts';
import { bodyOf, channelOf, end, headerOf, type Answering } from './requests.ts';
import { reveal } from './reveal.ts';

const LONGEST_MESSAGE = MOST_BYTES + 1024 * 1024;
const names = new Map(Object.entries(CHANNELS).map(([name, channel]) => [channel as string, name as CallName]));

/**
 * Answers what a page asks of its host, with the same handlers as the desktop program, on the folder of the data. It asks
 * nobody who he is: that is for the door before it.
 */
export function desktopServer(data: string, now: () => number = () => Date.now()): Answering {
  const places = placesIn(data);
  const stores = storesIn(data, now);
  const saved = savedFiles();
  const newCalls = () =>
    packageCalls({
      keyFile: places.signingKey,
      evidence: stores.evidence.streams,
      signers: stores.signers,
      chooseSavePath: () => Promise.resolve(newPackagePath(places.packages, now())),
      chooseOpenPath: () => Promise.resolve(null),
      saved: saved.ticketOf,
    });
  const { packDossier } = newCalls();
  const packages = pagePackages(places.given, newCalls);
  const noDialog = () => Promise.reject(new Error('a page has dialogs of its own'));
  const { revealSaved } = fileCalls({ chooseSavePath: noDialog, chooseOpenPaths: noDialog, reveal }, saved);
  const inPage = () => Promise.resolve(trouble('refused'));
  const handlersFor = (page: string) =>
    handlersOf({
      about: async () =>
        done({
          version: program.version,
          host: 'browser',
          chromium: '',
          freeBytes: await stores.freeBytes(),
          mirrorFolder: stores.mirrorFolder,
        }),
      files: { saveFile: inPage, openFiles: inPage, revealSaved },
      readOffice: stores.readOffice,
      evidence: stores.evidence,
      mirror: stores.mirror,
      packages: { packDossier, ...packages.of(page) },
    });
  return async (request, response) => {
    const channel = channelOf(request);
    const name = names.get(channel);
    if (request.method !== 'POST' || (name === undefined && channel !== PACKAGE_FILE)) return end(response, 404);
    const page = headerOf(request, 'x-zhizhen-page');
    if (name === undefined) return end(response, (await packages.take(page, request)) ? 204 : 413);
    const body = await bodyOf(request, LONGEST_MESSAGE);
    if (body === null) return end(response, 413);
    end(response, 200, encodeMessage(await answer(handlersFor(page), name, decodeMessage(body))));
  };
}
