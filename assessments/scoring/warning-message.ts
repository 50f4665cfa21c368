import type { Doubt } from '../indicators/plausible-facts.ts';
import { factSheet } from '../schema/fact-sheet.ts';
import { FACT_UNITS } from '../schema/facts.ts';
import { fillText } from '../schema/fill-text.ts';
import type { Language, LocalizedText } from '../schema/localized-text.ts';
import unitTexts from '../schema/unit-texts.json' with { type: 'json' };
import { roughFigure } from './rough-figure.ts';
import type { PlainWarning } from './warnings.ts';
import texts from './warnings.json' with { type: 'json' };

/** What a warning says to the mill; of an implausible figure also what it comes to and which range is plausible. */
export function warningMessage({ code, doubt }: PlainWarning, language: Language): string {
  if (doubt === undefined) return texts[code][language];
  return doubt.kind === 'changed' ? changeMessage(doubt, language) : rangeMessage(doubt, language);
}

type OutOfRange = Extract<Doubt, { kind: 'out-of-range' }>;
type Changed = Extract<Doubt, { kind: 'changed' }>;

function changeMessage({ value, prior, unit }: Changed, language: Language): string {
  return fillText(texts['implausible-change'][language], {
    prior: quantity(prior, unit, language),
    value: quantity(value, unit, language),
    times: roughFigure(Math.max(value / prior, prior / value), language),
  });
}

function rangeMessage(doubt: OutOfRange, language: Language): string {
  const shown = (figure: number) =>
    isShare(doubt)
      ? fillText(texts.times[language], { figure: roughFigure(figure, language) })
      : quantity(figure, doubt.unit, language);
  const { low, high } = doubt;
  const range =
    low === null
      ? fillText(texts['range-up-to'][language], { high: shown(high) })
      : fillText(texts['range-between'][language], { low: shown(low), high: shown(high) });
  return fillText(texts.implausible[language], { measured: measured(doubt, shown(doubt.value), language), range });
}

/** Whether the figure is divided by another one in the same unit: then it is so many times that one. */
function isShare({ per, unit }: OutOfRange): boolean {
  return typeof per === 'object' && FACT_UNITS[per.fact] === unit;
}

function measured(doubt: OutOfRange, value: string, language: Language): string {
  const { per } = doubt;
  if (per === 'absolute') return fillText(texts['measured-absolute'][language], { value });
  if (typeof per === 'string')
    return fillText(texts['measured-per'][language], { value, per: texts[`per-${per}`][language] });
  const other = factSheet[per.fact].label[language];
  if (isShare(doubt)) return fillText(texts['measured-ratio'][language], { value, other });
  const one = fillText(texts['per-fact'][language], { unit: unitText(FACT_UNITS[per.fact], language), other });
  return fillText(texts['measured-per'][language], { value, per: one });
}

function quantity(figure: number, unit: string, language: Language): string {
  if (unit === '10k yuan') return quantity(figure * 10_000, 'yuan', language);
  return fillText(texts.quantity[language], {
    figure: roughFigure(figure, language),
    unit: unitText(unit, language),
  }).trimEnd();
}

function unitText(unit: string, language: Language): string {
  const table: Readonly<Record<string, LocalizedText>> = unitTexts;
  return table[unit]?.[language] ?? unit;
}
