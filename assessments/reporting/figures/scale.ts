/** Round steps over a range, both ends within: 1, 2 or 5 times a power of ten, about `wanted` of them. */
export function ticksOver(least: number, most: number, wanted = 5): number[] {
  const span = most - least;
  if (span <= 0) return [least];
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
