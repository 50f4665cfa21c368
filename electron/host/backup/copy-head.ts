import { MOST_ID } from '../../contract/desktop-api.ts';

/** What a copy says of itself. */
export interface CopyHead {
  readonly id: string;
  /** Of the enterprise; empty where it says none. */
  readonly name: string;
  readonly revision: number;
}

const NAME = /"enterprise":\{"name":("(?:[^"\\]|\\.)*")/;

/** The head of a dossier; null where the text is none. */
export function headOf(text: string): CopyHead | null {
  const { id, revision, enterprise } = members(parsed(text));
  if (typeof id !== 'string' || id === '' || id.length > MOST_ID) return null;
  const { name } = members(enterprise);
  return {
    id,
    name: typeof name === 'string' ? name : '',
    revision: typeof revision === 'number' && Number.isSafeInteger(revision) ? Math.max(0, revision) : 0,
  };
}

/** Whether a text is JSON, of whatever kind. */
export function isJson(text: string): boolean {
  return parsed(text) !== undefined;
}

/** The name of the enterprise in what is left of a copy; empty where it cannot be made out. */
export function nameInRemains(text: string): string {
  const [, said = '""'] = NAME.exec(text) ?? [];
  const name = parsed(said);
  return typeof name === 'string' ? name : '';
}

/** Undefined where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
