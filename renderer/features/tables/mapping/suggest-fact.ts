import type { NumericFactId } from '#assessments/schema/facts.ts';
import { FACT_WORDS } from './fact-words.ts';

/** What turns a quantity into money, a price, a share, or something that is reckoned from it. */
const OF_SOMETHING_ELSE =
  /费|价|金额|成本|税|率|比例|单耗|折标|标准煤|定额|指标|余热|冷凝|重复|回用|循环|凝结|其中|生活|cost|price|rate/i;

/** The fact that something in a table of the mill is called by; null where that is not sure. */
export function suggestedFact(name: string): NumericFactId | null {
  const text = name.normalize('NFKC').toLowerCase();
  if (OF_SOMETHING_ELSE.test(text)) return null;
  const found = FACT_WORDS.filter(({ words }) => words.some((word) => text.includes(word)));
  return found[0]?.fact ?? null;
}
