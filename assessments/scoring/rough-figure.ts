import type { Language } from '../schema/localized-text.ts';

/** Names of large numbers, largest first. */
const SCALES: Readonly<Record<Language, readonly { readonly size: number; readonly name: string }[]>> = {
  'zh-CN': [
    { size: 1e12, name: '万亿' },
    { size: 1e8, name: '亿' },
    { size: 1e4, name: '万' },
  ],
  en: [
    { size: 1e12, name: ' trillion' },
    { size: 1e9, name: ' billion' },
    { size: 1e6, name: ' million' },
  ],
};

/** A figure of 0 or more that is only to be grasped, to three significant digits: `3.33亿`, `333 million`, `0.0125`. */
export function roughFigure(value: number, language: Language): string {
  const rough = threeDigits(value);
  const scale = SCALES[language].find(({ size }) => rough >= size);
  return scale === undefined ? plain(rough) : `${plain(threeDigits(rough / scale.size))}${scale.name}`;
}

function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}

function plain(value: number): string {
  if (value < 1000) return value === 0 || value >= 1e-6 ? String(value) : value.toFixed(18).replace(/0+$/, '');
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
