import { whenThere } from '../../ui/when-there.ts';

const FIELD = 'input, select, textarea, button, a[href]';

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
