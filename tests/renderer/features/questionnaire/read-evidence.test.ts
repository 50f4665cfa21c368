import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE_MB, readEvidence } from '#renderer/features/questionnaire/read-evidence.ts';

const DAY = '2026-11-30';
const file = (name: string, bytes: BlobPart, type = '') => new File([bytes], name, { type });

describe('a file that is given as evidence', () => {
  it('is known by the hash of its bytes, and called what they are, whatever its name and the system say', async () => {
    const bytes = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    const read = await readEvidence(file('IMG_0001.jpg', bytes, 'image/jpeg'), DAY);
    expect(read).toMatchObject({
      evidence: {
        sha256: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        name: 'IMG_0001.jpg',
        mime: 'image/heic',
        bytes: bytes.length,
        addedOn: DAY,
      },
    });
  });

  it('is called what the system says where its bytes tell nothing, and nothing where neither does', async () => {
    expect(await readEvidence(file('a.csv', 'a;b', 'text/csv'), DAY)).toMatchObject({ evidence: { mime: 'text/csv' } });
    const read = await readEvidence(file('a', 'a'), DAY);
    expect(typeof read === 'string' ? read : Object.keys(read.evidence)).not.toContain('mime');
  });

  it('is not read where it has no bytes, too many, or is gone', async () => {
    expect(await readEvidence(file('空.pdf', ''), DAY)).toBe('empty');
    const large = { name: 'a', size: LARGEST_FILE_MB * 1024 * 1024 + 1 } as File;
    expect(await readEvidence(large, DAY)).toBe('too-large');
    const gone = { name: 'a', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as File;
    expect(await readEvidence(gone, DAY)).toBe('unreadable');
  });
});
