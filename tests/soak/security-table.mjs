import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A row of docs/security.md: the line that, deleted or exchanged for `instead`, turns a test red, and that test. A row that
 * only a real Electron can show (○) names the line on which it hangs, and a test where one shows it there.
 * @typedef {{ mark: string, item: string, line: { file: string, text: string, instead: string | null } | null, test: { file: string, name: string } | null }} SecurityRow
 */

/**
 * The rows of docs/security.md in a project's folder.
 * @param {string} project
 * @returns {SecurityRow[]}
 */
export function securityTable(project) {
  return readFileSync(join(project, 'docs', 'security.md'), 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [, mark = '', item = '', , line = '', test = ''] = row.split('|');
      return /[●○]/.test(mark)
        ? [{ mark: mark.trim(), item: item.trim(), line: lineOf(line), test: testOf(test) }]
        : [];
    });
}

/** @param {string} cell */
function lineOf(cell) {
  const [, file, text, instead = null] = /`([^`]+)`: `([^`]+)`(?: → `([^`]+)`)?/.exec(cell) ?? [];
  return file === undefined || text === undefined ? null : { file, text, instead };
}

/** @param {string} cell */
function testOf(cell) {
  const [, file, name] = /`([^`]+)`: (.+)/.exec(cell) ?? [];
  return file === undefined || name === undefined ? null : { file, name: name.trim() };
}
