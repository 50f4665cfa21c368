import { z } from 'zod';
import { LANGUAGES } from './localized-text.ts';

/** Chapters of the report that a remark may stand at the end of, in their order. */
export const REMARKED_CHAPTERS = [
  'enterprise',
  'diagnosis',
  'standing',
  'problems',
  'demand',
  'solution',
  'money',
  'safeguards',
] as const;

/** Where the specialist may say something of their own: a conclusion, three highlights, a remark to a chapter of the report. */
export const REMARK_PLACES = ['conclusion', 'highlight-1', 'highlight-2', 'highlight-3', ...REMARKED_CHAPTERS] as const;
export type RemarkPlace = (typeof REMARK_PLACES)[number];

/** How many characters a text may have: half a page, what is read at one look, a paragraph. */
export function mostCharacters(place: RemarkPlace): number {
  if (place === 'conclusion') return 1200;
  return place.startsWith('highlight-') ? 200 : 600;
}

/** No control characters but the line feed, and none that turns the direction of what stands around it. */
const PLAIN = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

/** A text as it may be kept: one kind of line feed, nothing unseen, no blanks around it, not longer than its place has room. */
export function plainRemark(text: string, place: RemarkPlace): string {
  const plain = text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return [...plain]
    .reduce((kept, sign) => ((kept + sign).length > mostCharacters(place) ? kept : kept + sign), '')
    .trim();
}

function remarkAt(place: RemarkPlace) {
  return z.looseObject({
    text: z
      .string()
      .regex(/\S/u, { error: 'empty' })
      .max(mostCharacters(place), { error: 'too-long' })
      .refine((text) => PLAIN.test(text.replaceAll('\n', '')), { error: 'not-plain-text' }),
    /** The sentence from the data that stood there as a suggestion when the text was kept; absent where there was none. */
    suggested: z.string().max(mostCharacters(place), { error: 'too-long' }).optional(),
    /** In which language that sentence was. */
    language: z.enum(LANGUAGES, { error: 'bad-value' }).optional(),
  });
}

/** What the specialist says in a round, in their own words, by place. */
export const Remarks = z.looseObject({
  conclusion: remarkAt('conclusion').optional(),
  'highlight-1': remarkAt('highlight-1').optional(),
  'highlight-2': remarkAt('highlight-2').optional(),
  'highlight-3': remarkAt('highlight-3').optional(),
  enterprise: remarkAt('enterprise').optional(),
  diagnosis: remarkAt('diagnosis').optional(),
  standing: remarkAt('standing').optional(),
  problems: remarkAt('problems').optional(),
  demand: remarkAt('demand').optional(),
  solution: remarkAt('solution').optional(),
  money: remarkAt('money').optional(),
  safeguards: remarkAt('safeguards').optional(),
} satisfies Record<RemarkPlace, z.ZodType>);
export type Remarks = z.infer<typeof Remarks>;
export type Remark = NonNullable<Remarks[RemarkPlace]>;
