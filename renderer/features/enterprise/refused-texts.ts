const key = (id: string) => `zhizhen-refused/${id}`;

/** Where a text was typed that is no figure. */
export interface TypedPlace {
  readonly enterprise: string;
  /** Of the field, such as `2025/water.intake.town`. */
  readonly field: string;
}

/** The text that was refused in a field and not mended yet; null where there is none. */
export function refusedText({ enterprise, field }: TypedPlace): string | null {
  return kept(enterprise)[field] ?? null;
}

/** Keeps a refused text where it was typed, through navigation and restart; null once it is mended. */
export function keepRefused({ enterprise, field }: TypedPlace, text: string | null): void {
  const { [field]: _mended, ...others } = kept(enterprise);
  const next = text === null ? others : { ...others, [field]: text };
  if (Object.keys(next).length === 0) forgetRefused(enterprise);
  else localStorage.setItem(key(enterprise), JSON.stringify(next));
}

/** Forgets all refused texts of an enterprise that is gone. */
export function forgetRefused(enterprise: string): void {
  localStorage.removeItem(key(enterprise));
}

function kept(enterprise: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(localStorage.getItem(key(enterprise)) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
