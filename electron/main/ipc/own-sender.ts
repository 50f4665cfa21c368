import type { WebFrameMain } from 'electron';
import { isOwnAddress } from '../origin.ts';

/**
 * Attack: a frame inside the page, or a window that was led elsewhere, has got hold of a channel. Only the top frame of
 * the program's own page is heard; a frame that is gone already (null) is not.
 */
export function isOwnSender(frame: Pick<WebFrameMain, 'parent' | 'url'> | null): boolean {
  if (frame?.parent !== null) return false;
  return isOwnAddress(frame.url);
}
