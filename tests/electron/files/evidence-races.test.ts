import { existsSync, renameSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST } from '#tests/support/kills.ts';
import { longOrShort } from '#tests/support/long-form.ts';
import { DAY, sha256, sweptStores } from '#tests/support/swept-stores.ts';

describe('evidence that is kept and swept at the same time', () => {
  it('loses no file that is given while it is swept, whatever the order', async () => {
    const { keep, copy, sweep, pass, isKept, binned } = sweptStores();
    await copy([]);
    for (let round = 0; round < 24; round += 1) {
      const text = `round ${round}`;
      await keep(text);
      pass(3 * DAY);
      const sweeping = sweep([]);
      for (let turn = 0; turn < round; turn += 1) await new Promise(setImmediate);
      const kept = await keep(text);
      await sweeping;
      expect(kept).toMatchObject({ kind: 'done' });
      expect(isKept(text), text).toBe(true);
      expect(await sweep([text])).toMatchObject({ kind: 'done' });
      expect(binned(text)).toEqual([]);
    }
  });

  it('leaves at its place what is given at the moment at which it is moved', async () => {
    const { keep, copy, sweep, pass, place } = sweptStores();
    await copy([]);
    const texts = Array.from({ length: 40 }, (_, i) => `file ${i}`);
    for (let round = 0; round < 5; round += 1) {
      for (const text of texts) await keep(text);
      pass(3 * DAY);
      const sweeping = sweep([]);
      for (const text of texts) {
        const kept = keep(text);
        await new Promise(setImmediate);
        await kept;
      }
      await sweeping;
      for (const text of texts) expect(existsSync(place(text)), text).toBe(true);
    }
  });

  it('loses no file where two programs sweep one folder', async () => {
    const { keep, copy, sweep, pass, isKept } = sweptStores();
    await copy([]);
    const texts = Array.from({ length: 20 }, (_, i) => `file ${i}`);
    for (const text of texts) await keep(text);
    pass(3 * DAY);
    const outcomes = await Promise.all([sweep([]), sweep([]), sweep([])]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done']);
    for (const text of texts) expect(isKept(text)).toBe(true);
  });

  const TEXTS = ['a', 'b', 'c', 'd'] as const;
  const step = fc.oneof(
    fc.record({ kind: fc.constantFrom('keep', 'name', 'unname', 'copy', 'read'), text: fc.constantFrom(...TEXTS) }),
    fc.record({ kind: fc.constantFrom('sweep', 'sweep', 'put back', 'hide copies'), text: fc.constant('a') }),
    fc.record({
      kind: fc.constant('pass'),
      text: fc.constant('a'),
      days: fc.constantFrom(1, 7, 8, 40, 400, -7, -400),
    }),
  );

  it(
    'loses nothing that is named, whatever is done in whatever order',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
          const stores = sweptStores();
          const named = new Set<string>();
          let copied: ReadonlySet<string> = new Set();
          await stores.copy([]);
          for (const { kind, text, ...rest } of steps) {
            if (kind === 'keep') expect(await stores.keep(text)).toMatchObject({ kind: 'done' });
            if ((kind === 'keep' || kind === 'name') && stores.isKept(text)) named.add(text);
            if (kind === 'unname') named.delete(text);
            if (kind === 'copy') {
              await stores.forget();
              await stores.copy([...named]);
              copied = new Set(named);
            }
            if (kind === 'read') await stores.evidence.readEvidence({ sha256: sha256(text) }).catch(() => {});
            if (kind === 'pass') stores.pass(('days' in rest ? rest.days : 0) * DAY);
            if (kind === 'put back') await stores.evidence.putBackEvidence();
            if (kind === 'sweep') await stores.sweep([...named]);
            if (kind === 'hide copies') {
              renameSync(stores.mirrorFolder, `${stores.mirrorFolder}-hidden`);
              const before = stores.filesKept();
              await stores.sweep([...named]);
              expect(stores.filesKept()).toBe(before);
              renameSync(`${stores.mirrorFolder}-hidden`, stores.mirrorFolder);
            }
            for (const wanted of new Set([...named, ...copied])) expect(stores.isKept(wanted), wanted).toBe(true);
          }
          for (const wanted of named)
            expect(await stores.evidence.readEvidence({ sha256: sha256(wanted) })).toMatchObject({ kind: 'done' });
        }),
        { numRuns: longOrShort(200, 20) },
      );
    },
    LONGEST,
  );
});
