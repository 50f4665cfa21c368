import type { Language, LocalizedText } from '../schema/localized-text.ts';
import issuers from './texts/documents.json' with { type: 'json' };

const NUMBERED = /^(.+)〔(\d{4})〕(\d+)号$/u;
const ANNOUNCED = /^(?:(.+公告)(\d{4})年第(\d+)号|(\d{4})年第(\d+)号(公告))$/u;

/**
 * The number of a Chinese document as it is cited in a language: `工信部节〔2024〕13号`, `Gong Xin Bu Jie [2024] No. 13`.
 * What has another form, such as GB/T 36132-2025, stays as it is.
 */
export function documentNumber(text: string, language: Language): string {
  if (language === 'zh-CN') return text;
  if (text.includes('；'))
    return text
      .split('；')
      .map((one) => documentNumber(one, language))
      .join('; ');
  const [, sign = '', year = '', number = ''] = NUMBERED.exec(text) ?? [];
  if (sign !== '') return `${inEnglish(sign)} [${year}] No. ${number}`;
  const announced = ANNOUNCED.exec(text);
  if (announced === null) return text;
  const [, body, ofYear, no, yearBefore = ofYear, noBefore = no, word = body] = announced;
  return `${inEnglish(word ?? '')} No. ${noBefore} of ${yearBefore}`;
}

function inEnglish(name: string): string {
  const known: Readonly<Record<string, LocalizedText>> = issuers;
  return (Object.hasOwn(known, name) ? known[name]?.en : undefined) ?? name;
}
