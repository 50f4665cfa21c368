import forms from '../forms/texts.json' with { type: 'json' };
import { INDICATOR_NAMES } from '../indicators/indicators.ts';
import { fillText } from '../schema/fill-text.ts';
import type { Language, LocalizedText } from '../schema/localized-text.ts';
import body from './texts/body.json' with { type: 'json' };
import brief from './texts/brief.json' with { type: 'json' };
import chapters from './texts/chapters.json' with { type: 'json' };
import common from './texts/common.json' with { type: 'json' };
import deck from './texts/deck.json' with { type: 'json' };
import figures from './texts/figures.json' with { type: 'json' };
import gbt39116 from './texts/gbt39116.json' with { type: 'json' };
import planAnnexes from './texts/plan-annexes.json' with { type: 'json' };
import planAims from './texts/plan-aims.json' with { type: 'json' };
import planArithmetic from './texts/plan-arithmetic.json' with { type: 'json' };
import plan from './texts/plan.json' with { type: 'json' };
import regions from './texts/regions.json' with { type: 'json' };
import register from './texts/register.json' with { type: 'json' };
import remarks from './texts/remarks.json' with { type: 'json' };
import summary from './texts/summary.json' with { type: 'json' };
import { documentNumber } from './document-number.ts';
import { grouped } from './shown-figure.ts';
import units from '../schema/unit-texts.json' with { type: 'json' };
import workbook from './texts/workbook.json' with { type: 'json' };

const texts = {
  ...forms,
  ...common,
  ...figures,
  ...summary,
  ...chapters,
  ...deck,
  ...plan,
  ...planAims,
  ...planArithmetic,
  ...planAnnexes,
  ...register,
  ...remarks,
  ...workbook,
  ...brief,
  ...body,
};
export type TextId = keyof typeof texts;
type Values = Readonly<Record<string, string | number>>;

/** The report's words in one language. */
export interface Words {
  readonly language: Language;
  readonly say: (id: TextId, values?: Values) => string;
  readonly pick: (localized: LocalizedText | undefined) => string;
  readonly list: (items: readonly string[]) => string;
  /** Sentences one after the other. */
  readonly flow: (sentences: readonly string[]) => string;
  readonly unit: (unit: string) => string;
  /** A figure as entered, with thousands separators. */
  readonly figure: (value: number) => string;
  readonly indicator: (id: string) => string;
  /** A city, county or zone of Shandong by its Chinese name; one that is not listed as it is. */
  readonly region: (name: string) => string;
  /** The number of a Chinese document as it is cited. */
  readonly document: (number: string) => string;
  /** An element, domain or sub-domain of GB/T 39116 by its Chinese name. */
  readonly gbt39116: (name: string) => string;
}

export function wordsIn(language: Language): Words {
  const say: Words['say'] = (id, values = {}) => fillText(texts[id][language], values);
  return {
    language,
    say,
    pick: (localized) => localized?.[language] ?? '',
    list: (items) => items.join(say('list-separator')),
    flow: (sentences) => sentences.filter((sentence) => sentence !== '').join(say('sentence-gap')),
    figure: grouped,
    unit: (unit) => lookUp(units, unit, language) ?? unit,
    indicator: (id) => lookUp(INDICATOR_NAMES, id, language) ?? id,
    region: (name) => lookUp(regions, name, language) ?? name,
    document: (number) => documentNumber(number, language),
    gbt39116: (name) => lookUp(gbt39116, name, language) ?? name,
  };
}

function lookUp(table: Readonly<Record<string, LocalizedText>>, key: string, language: Language): string | undefined {
  return Object.hasOwn(table, key) ? table[key]?.[language] : undefined;
}

/** Text ids made of a fixed part and a value of a closed list, such as `sector-DYEING`. */
export function textId<P extends string, V extends string>(prefix: P, value: V): `${P}${V}` {
  return `${prefix}${value}`;
}
