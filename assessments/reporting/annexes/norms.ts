import { energyAndCarbon } from '../chapters/energy-carbon.ts';
import { indicatorTable } from '../chapters/indicator-table.ts';
import { plannedMillOf } from '../planned-mill.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { benchmarks } from './benchmarks.ts';

/** The indicators against norms with the document of each line, energy and carbon, and what the plan makes of them. */
export function norms(mill: Mill): Block[] {
  const { words, topics } = mill;
  const planned = plannedMillOf(mill);
  const tables = topics.flatMap((topic) => {
    const [, ...table] = indicatorTable(topic, mill);
    return table.length === 0 ? [] : [{ kind: 'heading', level: 2, text: topic.name } as const, ...table];
  });
  const blocks: Block[] = [
    ...tables,
    ...topics.flatMap(({ pack }) => (pack.method === 'green' ? energyAndCarbon(pack, mill) : [])),
    ...(planned === null ? [] : benchmarks(planned)),
  ];
  if (blocks.length === 0) return [];
  return [{ kind: 'heading', level: 1, key: 'annex-norms', text: words.say('norms-heading') }, ...blocks];
}
