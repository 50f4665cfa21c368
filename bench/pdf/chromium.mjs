import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM, CHROMIUM_FLAGS } from '../support/chromium.mjs';
import { FONT_FILES } from './fonts.mjs';
import { htmlOf } from './html.mjs';

/** A browser that is already running and prints an HTML page; the fonts are installed for it alone. */
export async function painter({ blocks }) {
  const folder = mkdtempSync(join(tmpdir(), 'zhizhen-bench-'));
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_FLAGS,
    env: { ...process.env, FONTCONFIG_FILE: fontConfig(folder) },
  });
  const page = await browser.newPage();
  return {
    paint: async () => {
      await page.setContent(htmlOf(blocks));
      return page.pdf({ preferCSSPageSize: true, printBackground: true });
    },
    memory: () => megabytesOf(descendants(process.pid)),
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fontConfig(folder) {
  const folders = [...new Set(Object.values(FONT_FILES).map((file) => `<dir>${dirname(file)}</dir>`))];
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, `<fontconfig>${folders.join('')}<cachedir>${folder}</cachedir></fontconfig>`);
  return file;
}

function descendants(pid) {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const below = (parent) =>
    parents.filter((entry) => entry.parent === parent).flatMap(({ pid: child }) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid) {
  const status = readProc(pid, 'stat');
  return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Memory of the processes after printing, pages that they share counted once. */
function megabytesOf(pids) {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** Empty for a process that is gone. */
function readProc(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
