import { describe, expect, it } from 'vitest';
import { readImport } from '#renderer/features/home/read-import.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const codesOf = async (file: File) => {
  const { outcome } = await readImport(file);
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
};
/** As a browser gives a folder, or a file on a stick that was pulled out: it has a name, and reading it fails. */
class GoneFile extends File {
  override slice(): Blob {
    return new GoneFile([], this.name);
  }
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('gone', 'NotFoundError'));
  }
}

describe('a file that is imported', () => {
  it('is read where it is a dossier', async () => {
    expect(await codesOf(new File([JSON.stringify(dossierJson())], 'mill.json'))).toEqual([]);
  });

  it.each([
    ['a file that cannot be read', new GoneFile([], '甲厂'), 'unreadable'],
    ['a hand-over package', new File(['ZHIZHEN\n', new Uint8Array(30_000_000)], '甲厂.zhizhen'), 'is-package'],
    ['a file larger than any dossier', new File([new Uint8Array(30_000_000)], 'mill.json'), 'too-large'],
    ['what is not UTF-8', new File([Uint8Array.from([0x7b, 0xff])], 'mill.json'), 'not-utf8'],
    ['an empty file', new File([], 'mill.json'), 'not-json'],
    ['a result', new File(['{"format":"zhizhen-result"}'], 'result.json'), 'is-result'],
  ])('is refused for what it is: %s', async (_, file, code) => {
    expect(await codesOf(file)).toEqual([code]);
  });

  it('is refused with a hundred problems at most, however many there are', async () => {
    const [diagnosis] = dossierJson()['diagnoses'] as object[];
    const evidence = Array.from({ length: 130_000 }, () => 1);
    const diagnoses = [diagnosis, ...Array.from({ length: 100_000 }, () => 1)];
    expect(await codesOf(new File([JSON.stringify({ ...dossierJson(), diagnoses, evidence })], 'mill.json'))).toEqual([
      ...Array.from({ length: 100 }, () => 'wrong-type'),
      'more-problems',
    ]);
  });
});
