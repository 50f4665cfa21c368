import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileChooser, Page } from 'playwright-core';
import { PROJECT } from './cli.ts';

type Files = Parameters<FileChooser['setFiles']>[0];

/** Imports files by the button of the list and the dialog that it opens. */
export async function importFiles(page: Page, files: Files): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '导入档案' }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Imports the demo enterprise of garments as it is shipped over the one that is there. */
export async function replaceByImport(page: Page): Promise<void> {
  const buffer = readFileSync(join(PROJECT, 'seeds', 'demo', 'demo-garment.json'));
  await importFiles(page, { name: 'mill.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: '用文件替换本机档案' }).click();
}
