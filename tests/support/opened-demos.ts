import type { Page } from 'playwright-core';

/** Opens the three demo mills on an empty list; ends when the list shows them. */
export async function openDemos(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开三家示例企业' }).click();
  await page.getByRole('link', { name: '示例印染有限公司' }).waitFor();
}
