const key = (enterprise: string) => `zhizhen-about/${enterprise}`;

/** Whether a figure was typed as an approximate one, here, and still is that figure. */
export function isMarkedAbout(enterprise: string, field: string, value: number | undefined): boolean {
  return value !== undefined && marks(enterprise)[field] === value;
}

/** Marks the figure of a field as approximate; null takes the mark away. */
export function markAbout(enterprise: string, field: string, value: number | null): void {
  const { [field]: _old, ...others } = marks(enterprise);
  localStorage.setItem(key(enterprise), JSON.stringify(value === null ? others : { ...others, [field]: value }));
}

/** Forgets the marks of an enterprise that is gone. */
export function forgetAbout(enterprise: string): void {
  localStorage.removeItem(key(enterprise));
}

function marks(enterprise: string): Readonly<Record<string, number>> {
  try {
    return JSON.parse(localStorage.getItem(key(enterprise)) ?? '{}') as Record<string, number>;
  } catch {
    return {};
  }
}
