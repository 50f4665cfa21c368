import { IsoDate } from '#assessments/schema/ids.ts';

/**
 * The days on which the diagnoses of a refused dossier were opened, by position; null for one without a real date or
 * that shares its day with another. Empty where the text holds no diagnoses.
 */
export function diagnosisDays(text: string): readonly (string | null)[] {
  const days = diagnosesIn(text).map((diagnosis) => {
    const day = IsoDate.safeParse(memberOf(diagnosis, 'openedOn'));
    return day.success ? day.data : null;
  });
  const counts = new Map<string | null, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return days.map((day) => (counts.get(day) === 1 ? day : null));
}

function diagnosesIn(text: string): readonly unknown[] {
  const diagnoses = memberOf(JSON.parse(text.replace(/^\uFEFF/, '')), 'diagnoses');
  return Array.isArray(diagnoses) ? diagnoses : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
