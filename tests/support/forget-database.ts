import type { Page } from 'playwright-core';

/** Leads a page to an empty one of the same origin, which does not hold the database open, and deletes the database. */
export async function forgetDatabase(page: Page, address: string): Promise<void> {
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(`${address}blank`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('zhizhen');
        gone.onsuccess = () => resolve();
        gone.onerror = () => reject(new Error('the database was not deleted'));
      }),
  );
}
