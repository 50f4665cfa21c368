import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserMissing, startHost, type Host } from '#tests/support/browser.ts';

/** Runs in every page before its own code: a mark takes a second to be written. */
const WRITE_SLOWLY = () => {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the store that was asked
  const { put, get } = IDBObjectStore.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the transaction that was asked
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function () {
    if (this.db.name !== 'zhizhen-mark') commit.call(this);
  };
  IDBObjectStore.prototype.put = function (value: unknown) {
    const until = performance.now() + 1000;
    const keepBusy = () => {
      get.call(this, 'nothing').onsuccess = () => {
        if (performance.now() < until) keepBusy();
      };
    };
    if (this.name === 'marks') keepBusy();
    return put.call(this, value);
  };
};

describe.skipIf(browserMissing() !== null)('the mark beside the database', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost();
    await host.context.addInitScript(WRITE_SLOWLY);
  });
  afterAll(() => host.close());

  it('is removed by one page only when no other has it open', async () => {
    const pages = await Promise.all([host.open(), host.open()]);
    for (const page of pages) await page.getByRole('button', { name: '打开三家示例企业' }).waitFor();
    expect(host.troubles).toEqual([]);
  });
});
