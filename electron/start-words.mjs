import { readFileSync } from 'node:fs';

const TEXTS = JSON.parse(readFileSync(new URL('./start-texts.json', import.meta.url), 'utf8'));
/** The program was asked for wrongly. */
const USAGE = ['wrong-port', 'wrong-option'];

/**
 * A text of the start in both languages, on one line.
 * @param {string} id
 * @param {Readonly<Record<string, string | number>>} values
 * @returns {string}
 */
export function startText(id, values = {}) {
  const filled = Object.values(TEXTS[id]).map((text) => text.replaceAll(/\{(\w+)\}/g, (_, name) => values[name]));
  return filled.join(' ').replaceAll(/\s+/g, ' ');
}

/** Says a text of the start to whoever started the program. */
export function sayStart(id, values) {
  console.error(startText(id, values));
}

/**
 * Which text says why the program did not start, and what stands in it.
 * @returns {{ id: string, values: Readonly<Record<string, string | number>> }}
 */
export function reasonOf(error) {
  if (error.id !== undefined) return { id: error.id, values: error.values };
  const reason = String(error.message).split('\n')[0];
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) return { id: 'wrong-option', values: { reason } };
  if (error.code === 'ERR_MODULE_NOT_FOUND') return { id: 'not-installed', values: { reason } };
  return { id: 'unexpected', values: { reason } };
}

/** 2 where the program was asked for wrongly, 1 where it did not start. */
export function exitCodeOf(id) {
  return USAGE.includes(id) ? 2 : 1;
}
