import { evidencePhotos, MOST_PHOTOS, type EvidencePhoto } from '../evidence-photos.ts';
import type { Block, Photo } from '../report-document.ts';
import type { Mill } from '../report-input.ts';

/** The photos that prove answers, and which of them are not shown; nothing where none were given. */
export function photosChapter(mill: Mill): Block[] {
  const { dossier, diagnosis, questions, words, name } = mill;
  const photos = evidencePhotos(dossier, diagnosis, questions);
  const given = mill.choices?.photos;
  if (given === undefined || photos.length === 0) return [];
  const asked = photos.slice(0, MOST_PHOTOS);
  const shown = asked.flatMap((photo) => {
    const picture = given[photo.sha256];
    return picture === undefined ? [] : [{ photo, picture }];
  });
  const unread = asked.filter(({ sha256 }) => given[sha256] === undefined);
  return [
    { kind: 'heading', level: 1, key: 'annex-photos', text: words.say('photos-heading') },
    { kind: 'paragraph', text: words.say('photos-lead', { name, count: shown.length, total: photos.length }) },
    ...leftOut('photos-unread', unread, mill),
    ...leftOut('photos-over', photos.slice(MOST_PHOTOS), mill),
    {
      kind: 'photos',
      photos: shown.map(({ photo, picture }, i): Photo => ({ picture, ...captionOf(photo, i + 1, mill) })),
    },
  ];
}

function leftOut(text: 'photos-unread' | 'photos-over', photos: readonly EvidencePhoto[], { words }: Mill): Block[] {
  if (photos.length === 0) return [];
  const list = words.list(photos.map(nameOf));
  return [
    { kind: 'paragraph', tone: 'warning', text: words.say(text, { count: photos.length, most: MOST_PHOTOS, list }) },
  ];
}

function captionOf(photo: EvidencePhoto, number: number, { words, question }: Mill): Pick<Photo, 'title' | 'text'> {
  const { file, questions } = photo;
  const [first = '', ...others] = questions;
  return {
    title: words.say('photo-title', { number, file: nameOf(photo) }),
    text: [
      `${first} ${words.pick(question(first)?.stem)}`,
      others.length === 0 ? '' : words.say('photo-also', { list: words.list(others) }),
      file.addedOn === undefined ? '' : words.say('photo-added', { day: file.addedOn }),
      file.note ?? '',
    ]
      .filter((line) => line !== '')
      .join('\n'),
  };
}

function nameOf({ name, sha256 }: EvidencePhoto): string {
  return name ?? sha256.slice(0, 12);
}
