/** Whether a key is meant for the page: nothing is being typed, no dialog lies over it, and it is no shortcut of the window. */
export function isPageKey({ target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !isTyping(target) && !ctrlKey && !altKey && !metaKey && document.querySelector('dialog[open]') === null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type))
  );
}
