import type { App } from 'electron';

/**
 * Leak: what the program's own filter of requests does not see. Chromium looks names up ahead of a click, and a peer
 * connection (WebRTC) opens sockets that neither the filter nor the policy of the page knows. No name and no address
 * resolves, so no connection comes about.
 */
export function keepOffTheNetwork({ commandLine }: Pick<App, 'commandLine'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
