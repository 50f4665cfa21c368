import type { Session } from 'electron';
import { isOwnAddress } from '../origin.ts';

/** Attack, or mere leak: anything that sends the mill's data over a network. Nothing but the program's own files is asked for. */
export function cancelForeignRequests(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isOwnAddress(url) && !/^(blob|data):/.test(url) });
  });
}
