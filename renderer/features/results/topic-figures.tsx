import { bulletCharts } from '#assessments/reporting/figures/bullets.ts';
import { waterBalance } from '#assessments/reporting/figures/water-balance.ts';
import { waterCostBars } from '#assessments/reporting/figures/water-cost.ts';
import type { FigureBlock } from '#assessments/reporting/report-document.ts';
import type { Mill, Topic } from '#assessments/reporting/report-input.ts';
import { priceReferences } from '../../documents/composer/price-references.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Blocks } from '../../ui/blocks.tsx';

/** Where the indicators of a topic stand; for water, where it comes from and goes, and what a cubic metre of it costs. */
export function TopicFigures({ topic, mill }: { readonly topic: Topic; readonly mill: Mill }) {
  const { say } = useWords();
  const isWater = topic.pack.method === 'water';
  const indicators = bulletCharts(topic, mill);
  const water = isWater ? [waterBalance(mill), waterCostBars(mill, priceReferences)] : [];
  return (
    <>
      <Section title={say('anchor-scales')} figures={[indicators]} />
      <Section title={say('water-figures')} figures={water} />
    </>
  );
}

function Section({ title, figures }: { readonly title: string; readonly figures: readonly (FigureBlock | null)[] }) {
  const drawn = figures.filter((figure) => figure !== null);
  if (drawn.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <Blocks blocks={drawn} link={(text) => text} />
    </section>
  );
}
