import { parseArgs } from 'node:util';
import type { Language } from '#assessments/schema/localized-text.ts';
import { DOCUMENT_FORMATS } from '#renderer/documents/composer/formats.ts';
import { AIMS, MOST_PEOPLE, type Aim, type PlanRequest } from '#assessments/schema/plan.ts';

export const FORMATS = ['json', ...DOCUMENT_FORMATS] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  readonly paths: readonly string[];
  /** Undefined for the default, which depends on what is diagnosed. */
  readonly out: string | undefined;
  readonly language: Language;
  readonly formats: ReadonlySet<Format>;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** What is asked of the plan in place of the mill's own request: 10k yuan for the whole, what it is the best of, own people free. */
  readonly request: Pick<PlanRequest, 'budgetWan' | 'aim' | 'people'>;
}

/** What is wrong with the command line: the problem's code and the words it is about. */
export interface UsageProblem {
  readonly code: 'usage';
  readonly reason: 'unknown-option' | 'no-path' | 'language' | 'format' | 'date' | 'budget' | 'aim' | 'people';
  readonly detail: string;
}

export type CommandLine =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly language: Language; readonly problem: UsageProblem };

const AMOUNT = /^\d+(\.\d+)?$/;

/** Reads the arguments; `today` is asked only where `--as-of` is missing. */
export function readCommandLine(args: readonly string[], today: () => Date): CommandLine {
  const parsed = parse(args);
  if (parsed instanceof Error)
    return refusal('zh-CN', { code: 'usage', reason: 'unknown-option', detail: parsed.message });
  const { values, positionals } = parsed;
  const language = values.lang ?? 'zh-CN';
  if (language !== 'zh-CN' && language !== 'en')
    return refusal('zh-CN', { code: 'usage', reason: 'language', detail: language });
  const formats = (values.formats ?? 'json,brief,pdf').split(',').map((name) => name.trim());
  const unknown = formats.find((name) => !isFormat(name));
  if (unknown !== undefined) return refusal(language, { code: 'usage', reason: 'format', detail: unknown });
  const asOf = values['as-of'] ?? localDate(today());
  if (!isRealDate(asOf)) return refusal(language, { code: 'usage', reason: 'date', detail: asOf });
  const budget = values.budget;
  if (budget !== undefined && !AMOUNT.test(budget))
    return refusal(language, { code: 'usage', reason: 'budget', detail: budget });
  const { aim, people } = values;
  if (aim !== undefined && !isAim(aim)) return refusal(language, { code: 'usage', reason: 'aim', detail: aim });
  if (people !== undefined && !(AMOUNT.test(people) && Number(people) > 0 && Number(people) <= MOST_PEOPLE))
    return refusal(language, { code: 'usage', reason: 'people', detail: people });
  const wanted = formats.filter(isFormat);
  if (positionals.length === 0) return refusal(language, { code: 'usage', reason: 'no-path', detail: '' });
  return {
    ok: true,
    options: {
      paths: positionals,
      out: values.out,
      language,
      formats: new Set(wanted),
      asOf,
      request: {
        ...(budget === undefined ? {} : { budgetWan: Number(budget) }),
        ...(aim === undefined ? {} : { aim }),
        ...(people === undefined ? {} : { people: Number(people) }),
      },
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        lang: { type: 'string' },
        formats: { type: 'string' },
        'as-of': { type: 'string' },
        budget: { type: 'string' },
        aim: { type: 'string' },
        people: { type: 'string' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function refusal(language: Language, problem: UsageProblem): CommandLine {
  return { ok: false, language, problem };
}

function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}

function isAim(name: string): name is Aim {
  return (AIMS as readonly string[]).includes(name);
}

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function localDate(now: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
