import { z } from 'zod';
import texts from './fact-sheet.json' with { type: 'json' };
import { FACT_IDS, type YearFacts } from './facts.ts';
import { LocalizedText } from './localized-text.ts';

const FactText = z.strictObject({
  group: LocalizedText,
  label: LocalizedText,
  ask: LocalizedText,
  where: LocalizedText,
});
export type FactText = z.infer<typeof FactText>;
export const FactSheet = z.record(z.enum(FACT_IDS as [keyof YearFacts, ...(keyof YearFacts)[]]), FactText);

/** What each fact is called, which group of the sheet it stands in, which role of the mill knows it and in which papers it stands. */
export const factSheet: Readonly<Record<keyof YearFacts, FactText>> = FactSheet.parse(texts);
