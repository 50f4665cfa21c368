const WINDOW_MS = 60_000;
/** A browser that was shut out asks a few times; who asks more often than this in a minute guesses. */
const MOST = 30;

/** Counts the wrong keys and sessions that were shown. A right one is let in at any time, so that nobody is locked out by another. */
export function guesses(now: () => number, tell: () => void): { readonly isTooMany: () => boolean } {
  let since = 0;
  let wrong = 0;
  return {
    /** Counts one more; whether there were too many within a minute, which is told once in each. */
    isTooMany: () => {
      if (Math.abs(now() - since) > WINDOW_MS) {
        since = now();
        wrong = 0;
      }
      wrong += 1;
      if (wrong === MOST + 1) tell();
      return wrong > MOST;
    },
  };
}
