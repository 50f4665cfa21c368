import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sweptStores } from '#tests/support/swept-stores.ts';
import { packed, receiver } from './laptops.ts';

const TEXT = '水表照片';
const bytes = new TextEncoder().encode(TEXT);

describe('evidence of a package that this computer has, damaged at the same size,', () => {
  const stores = sweptStores();

  it('does not count as being here, and is healed when the package is taken', async () => {
    await stores.keep(TEXT);
    const place = receiver((await packed({}, [bytes])).file);
    const calls = place.callsWith(stores.evidence.streams);
    const opened = async () => {
      const outcome = await calls.openPackage({ again: false, passphrase: '' });
      if (outcome.kind !== 'done') throw new Error(outcome.kind);
      return outcome.value;
    };
    expect((await opened()).evidence).toMatchObject([{ isHere: true }]);
    writeFileSync(stores.place(TEXT), '水表照骗');
    const { ticket, evidence } = await opened();
    expect(evidence).toMatchObject([{ isHere: false, bytes: bytes.length }]);
    expect(await calls.acceptPackage({ ticket })).toMatchObject({ kind: 'done' });
    expect(readFileSync(stores.place(TEXT), 'utf8')).toBe(TEXT);
    expect((await opened()).evidence).toMatchObject([{ isHere: true }]);
  });
});
