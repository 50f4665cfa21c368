import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { done, trouble, type Outcome } from '#electron/contract/outcomes.ts';
import { Mirror } from '#renderer/storage/mirror.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

/** Database and host are faked here: what they do when they fail is the matter. tests/e2e/backup.test.ts has the real ones. */
function mirrorOver(reads: readonly ('fails' | 'reads')[], answers: readonly Outcome<{ at: number }>[]) {
  const dossier = demoMills()[0]?.dossier ?? null;
  const copied: string[] = [];
  const called: string[] = [];
  let read = 0;
  const mirror = new Mirror(
    {
      mirrorDossier: async ({ id }) => {
        const answer = answers[copied.push(id) - 1] ?? done({ at: copied.length });
        await nextTurn();
        called.push(`copied ${id}`);
        return answer;
      },
      forgetMirror: ({ id }) => {
        called.push(`forgot ${id}`);
        return Promise.resolve(done(null));
      },
    },
    { read: () => (reads[read++] === 'fails' ? Promise.reject(new Error('closed')) : Promise.resolve(dossier)) },
  );
  return { mirror, copied, called };
}

describe('the copies outside the database', () => {
  it('are tried again after the database could not be read', async () => {
    const { mirror, copied } = mirrorOver(['fails', 'reads'], []);
    mirror.changed('ent-1');
    await mirror.flush();
    expect(mirror.state()).toEqual({ kind: 'failed', trouble: 'failed' });
    await mirror.flush();
    expect(copied).toEqual(['ent-1']);
    expect(mirror.state()).toEqual({ kind: 'mirrored', at: 1 });
  });

  it('say why they could not be written, and are tried again with all that waits', async () => {
    const { mirror, copied } = mirrorOver([], [trouble('disk-full')]);
    mirror.changed('ent-1');
    mirror.changed('ent-2');
    await mirror.flush();
    expect(mirror.state()).toEqual({ kind: 'failed', trouble: 'disk-full' });
    await mirror.flush();
    expect(copied).toEqual(['ent-1', 'ent-2', 'ent-1']);
    expect(mirror.state()).toEqual({ kind: 'mirrored', at: 3 });
  });

  it('are forgotten after the one that is on its way, and never written again', async () => {
    const { mirror, copied, called } = mirrorOver([], []);
    mirror.changed('ent-1');
    const flushed = mirror.flush();
    await expect.poll(() => copied).toEqual(['ent-1']);
    mirror.changed('ent-1');
    await mirror.forget('ent-1');
    await flushed;
    await mirror.flush();
    expect(called).toEqual(['copied ent-1', 'forgot ent-1']);
  });
});
