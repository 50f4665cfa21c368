const key = (enterprise: string, fact: string) => `zhizhen-unit/${enterprise}/${fact}`;

/** The unit that was chosen for a fact of an enterprise last; null where none was. */
export function keptUnit(enterprise: string, fact: string): string | null {
  return localStorage.getItem(key(enterprise, fact));
}

export function keepUnit(enterprise: string, fact: string, unit: string): void {
  localStorage.setItem(key(enterprise, fact), unit);
}

/** Forgets the units of an enterprise that is gone. */
export function forgetUnits(enterprise: string): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(key(enterprise, ''))) localStorage.removeItem(name);
}
