import { z } from 'zod';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text for people, complete in both languages; zh-CN is the source. */
export const LocalizedText = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** A file of texts by their ids; a sign between sentences, or a unit, may be none in one of the languages. */
export const TextFile = z.record(z.string(), z.strictObject({ 'zh-CN': z.string(), en: z.string() }));
