import type { WebContents } from 'electron';

/**
 * Leak: a peer connection (WebRTC) sends UDP packets past the policy of the page and the filter of requests, to an
 * address given as a number. Without a proxy, and there is none, this leaves it no UDP.
 */
export function refusePeerConnections(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
