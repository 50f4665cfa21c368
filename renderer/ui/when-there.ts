const PATIENCE_MS = 5000;

/**
 * Acts on an element once the page has it, at the next frame at the earliest, since a dialog that is closing takes the focus
 * back; says after a while that it is missing. What is returned ends the waiting.
 */
export function whenThere(
  selector: string,
  act: (element: HTMLElement) => void,
  missing: () => void = () => {},
): () => void {
  const stop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element === null) return;
    stop();
    act(element);
  };
  const timer = setTimeout(() => {
    stop();
    missing();
  }, PATIENCE_MS);
  const observer = new MutationObserver(look);
  const frame = requestAnimationFrame(() => {
    observer.observe(document.body, { subtree: true, childList: true });
    look();
  });
  return stop;
}
