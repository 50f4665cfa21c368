import type { Question } from '../schema/pack.ts';

/** Points (0..100) of a question at a rung or with some ticks; the same as an answer there has in the trace. */
export function pointsAt(
  { form }: Question,
  { rung, ticks }: { readonly rung: number; readonly ticks: ReadonlySet<string> },
): number {
  switch (form.kind) {
    case 'ladder': {
      const at = (whole: number) => (whole === 0 ? 0 : (form.points[whole - 1] ?? 0));
      return (at(Math.floor(rung)) + at(Math.ceil(rung))) / 2;
    }
    case 'numeric':
      return rung === 0 ? 0 : (form.points[rung - 1] ?? 0);
    case 'option':
      return form.points[rung] ?? 0;
    case 'single':
      return (100 * (form.points[rung] ?? 0)) / Math.max(...form.points);
    case 'tally':
      return form.points[form.edges.filter((edge) => ticks.size >= edge).length] ?? 0;
    case 'multiple':
      return Math.min(
        100,
        [...ticks].reduce((sum, tick) => sum + (100 * (form.points[Number(tick) - 1] ?? 0)) / form.maximum, 0),
      );
    case 'gate':
      return 0;
  }
}
