import { describe, expect, it } from 'vitest';
import { library, shippedPacks } from '#assessments/packs/registry.ts';
import { evidencePhotos, MOST_PHOTOS } from '#assessments/reporting/evidence-photos.ts';
import type { Block, Picture } from '#assessments/reporting/report-document.ts';
import { millOf } from '#assessments/reporting/report-input.ts';
import { photosChapter } from '#assessments/reporting/annexes/photos.ts';
import type { Diagnosis, Dossier, EvidenceFile } from '#assessments/schema/dossier.ts';
import { demoMills } from '#tests/support/demo-mills.ts';
import { textsOf } from '#tests/support/report-texts.ts';

const PICTURE: Picture = { jpeg: '/9j/', width: 4, height: 3 };
const [mill] = demoMills();
if (mill === undefined) throw new Error('no demo mill');
const { input } = mill;
const { dossier: demo, diagnosis: round } = input.scored;

const hashOf = (number: number) => number.toString(16).padStart(64, '0');
const file = (number: number, other: Partial<EvidenceFile> = {}): EvidenceFile => ({
  sha256: `sha256:${hashOf(number)}`,
  name: `照片${number}.jpg`,
  mime: 'image/jpeg',
  ...other,
});

/** The demo mill with these files, each question with the numbers of those that prove its answer. */
function proved(evidence: EvidenceFile[], proofs: Readonly<Record<string, readonly number[]>>) {
  const answers = Object.fromEntries(
    Object.entries(proofs).map(([id, numbers]) => [
      id,
      { ...round.answers[id], self: { rung: 2 }, evidence: numbers.map((number) => `sha256:${hashOf(number)}`) },
    ]),
  );
  const diagnosis = { ...round, answers } as Diagnosis;
  return { dossier: { ...demo, evidence, diagnoses: [diagnosis] } as Dossier, diagnosis };
}

function chapterOf(made: ReturnType<typeof proved>, photos?: Readonly<Record<string, Picture>>): Block[] {
  const choices = { chapters: [], preparedBy: '', ...(photos === undefined ? {} : { photos }) };
  return photosChapter(millOf({ ...input, scored: { ...input.scored, ...made }, choices }));
}

const given = (...numbers: readonly number[]) => Object.fromEntries(numbers.map((number) => [hashOf(number), PICTURE]));

describe('the photos that prove answers', () => {
  it('come once each in the order of the questions, with all that they prove', () => {
    const { dossier, diagnosis } = proved([file(1), file(2)], { 'IM-ORG-03': [1, 2, 2], 'IM-ORG-02': [2] });
    const photos = evidencePhotos(dossier, diagnosis, library.newest.questions);
    expect(photos.map(({ sha256, questions }) => [sha256, questions])).toEqual([
      [hashOf(2), ['IM-ORG-02', 'IM-ORG-03']],
      [hashOf(1), ['IM-ORG-03']],
    ]);
  });

  it('are pictures that the dossier lists, not other files and not what nothing refers to', () => {
    const files = [file(1, { mime: 'application/pdf' }), file(2, { mime: 'image/heic' }), file(3), file(4)];
    const { dossier, diagnosis } = proved(files, { 'IM-ORG-02': [1, 2, 3, 5] });
    expect(evidencePhotos(dossier, diagnosis, library.newest.questions).map(({ sha256 }) => sha256)).toEqual([
      hashOf(3),
    ]);
  });
});

describe('the chapter of photos', () => {
  it('calls a photo as it is called at the first of its questions', () => {
    const made = proved([file(1)], { 'IM-ORG-02': [1], 'IM-ORG-03': [1] });
    const answer = made.diagnosis.answers['IM-ORG-02'];
    if (answer === undefined) throw new Error('no answer');
    answer.evidenceNames = { [`sha256:${hashOf(1)}`]: '二车间.jpg' };
    const block = chapterOf(made, given(1)).at(-1);
    expect(block).toMatchObject({ kind: 'photos', photos: [{ title: '照片1　二车间.jpg' }] });
  });

  it('is none where no photos were asked for or there are none', () => {
    expect(chapterOf(proved([file(1)], { 'IM-ORG-02': [1] }))).toEqual([]);
    expect(chapterOf(proved([], {}), {})).toEqual([]);
  });

  it('shows each with its file, questions, day and note', () => {
    const files = [file(1, { addedOn: '2026-11-24' as never, note: '配电房铭牌' }), file(2)];
    const made = proved(files, { 'IM-ORG-02': [1], 'IM-ORG-03': [1, 2] });
    const block = chapterOf(made, given(1, 2)).at(-1);
    if (block?.kind !== 'photos') throw new Error('no photos');
    expect(block.photos.map(({ title }) => title)).toEqual(['照片1　照片1.jpg', '照片2　照片2.jpg']);
    const [stem] = shippedPacks['intelligent-manufacturing'].questions.filter(({ id }) => id === 'IM-ORG-02');
    expect(block.photos[0]?.text.split('\n')).toEqual([
      `IM-ORG-02 ${stem?.stem['zh-CN']}`,
      '同时佐证：IM-ORG-03',
      '附入日期：2026-11-24',
      '配电房铭牌',
    ]);
  });

  it('names those that could not be read', () => {
    const made = proved([file(1), file(2)], { 'IM-ORG-02': [1, 2] });
    const text = chapterOf(made, given(2)).flatMap(textsOf).join('\n');
    expect(text).toContain('有1张未能附入（文件不在本机或无法读取）：照片1.jpg');
    expect(text).toContain('提供佐证照片2张，以下附入1张');
  });

  it('names those over the most that a report shows', () => {
    const numbers = Array.from({ length: MOST_PHOTOS + 2 }, (_, i) => i + 1);
    const made = proved(
      numbers.map((number) => file(number)),
      { 'IM-ORG-02': numbers },
    );
    const blocks = chapterOf(made, given(...numbers));
    const block = blocks.at(-1);
    expect(block?.kind === 'photos' ? block.photos.length : 0).toBe(MOST_PHOTOS);
    expect(blocks.flatMap(textsOf).join('\n')).toContain(
      `另有2张未附：照片${MOST_PHOTOS + 1}.jpg、照片${MOST_PHOTOS + 2}.jpg`,
    );
  });
});
