/** The day of a moment (milliseconds since 1970) where the computer is, YYYY-MM-DD. */
export function localDay(moment: number): string {
  const day = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
