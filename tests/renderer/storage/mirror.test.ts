import { describe, expect, it } from 'vitest';
import { done, trouble, type Outcome } from '#electron/contract/outcomes.ts';
import { Mirror } from '#renderer/storage/mirror.ts';
import { demoMills } from '#tests/support/demo-mills.ts';

/** Database and host are faked here: what they do when they fail is the matter. tests/e2e/backup.test.ts has the real ones. */
function mirrorOver(reads: readonly ('fails' | 'reads')[], answers: readonly Outcome<{ at: number }>[]) {
  const dossier = demoMills()[0]?.dossier ?? null;
  const copied: string[] = [];
  let read = 0;
  const mirror = new Mirror(
    {
      mirrorDossier: ({ id }) => {
        copied.push(id);
        return Promise.resolve(answers[copied.length - 1] ?? done({ at: copied.length }));
      },
    },
    { read: () => (reads[read++] === 'fails' ? Promise.reject(new Error('closed')) : Promise.resolve(dossier)) },
  );
  return { mirror, copied };
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
});
