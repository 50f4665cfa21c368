/** Deeper than any dossier, shallower than any stack. */
const DEEPEST = 64;

/** Names that reach into JavaScript's object model. */
const UNSAFE_NAMES = ['__proto__', 'constructor', 'prototype'];

/** Whether brackets outside strings nest too deeply to be parsed and walked safely. */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charCodeAt(i);
    if (inString) {
      if (character === 0x5c) i += 1;
      else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x7b || character === 0x5b) depth += 1;
    else if (character === 0x7d || character === 0x5d) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Paths of properties with unsafe names anywhere in a parsed value. */
export function findUnsafeNames(value: unknown): (string | number)[][] {
  const found: (string | number)[][] = [];
  const open: { value: unknown; path: (string | number)[] }[] = [{ value, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const name of Object.keys(next.value)) {
      const path = [...next.path, Array.isArray(next.value) ? Number(name) : name];
      if (UNSAFE_NAMES.includes(name)) found.push(path);
      else open.push({ value: (next.value as Record<string, unknown>)[name], path });
    }
  }
  return found;
}
