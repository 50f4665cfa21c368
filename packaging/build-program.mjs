import { rm } from 'node:fs/promises';
import { buildShell, SHELL } from '../electron/build-shell.mjs';
import { buildWindow } from '../electron/build-window.mjs';

/** Builds what is packed. The shell's chunks carry hashes in their names: those of an older build must not come along. */
export async function buildProgram() {
  await rm(SHELL, { recursive: true, force: true });
  await buildShell();
  await buildWindow({ say: () => console.error('正在构建… building…') });
}
