import type { FileChooser, Page } from 'playwright-core';

type Files = Parameters<FileChooser['setFiles']>[0];

/** Imports files by the button of the list and the dialog that it opens. */
export async function importFiles(page: Page, files: Files): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '导入档案' }).click(),
  ]);
  await chooser.setFiles(files);
}
