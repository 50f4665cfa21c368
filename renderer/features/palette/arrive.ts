const FIELD = 'input, select, textarea, button, a[href]';
const PATIENCE_MS = 5000;

/** Puts the focus on the first field or button in an element, unfolding it, once the page has it; gives up after a while. */
export function focusIn(selector: string): void {
  whenThere(selector, (element) => {
    const fold = element.closest('details');
    if (fold !== null) fold.open = true;
    const field = element.querySelector<HTMLElement>(FIELD);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}

/** Presses a button once the page has it; gives up after a while. */
export function pressOn(selector: string): void {
  whenThere(selector, (element) => {
    element.focus();
    element.click();
  });
}

function whenThere(selector: string, act: (element: HTMLElement) => void): void {
  const look = () => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element === null) return;
    stop();
    act(element);
  };
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS);
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  observer.observe(document.body, { subtree: true, childList: true });
  // Not at once: a dialog that is just closing would take the focus back.
  requestAnimationFrame(look);
}
