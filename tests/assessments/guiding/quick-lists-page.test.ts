import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quickList } from '#assessments/guiding/quick-list.ts';
import { PROCESSES_OF, SUB_SECTORS, type SubSector } from '#assessments/schema/vocabulary.ts';
import { scoreLatest } from '#renderer/documents/composer/scored.ts';
import { newDossier } from '#renderer/storage/new-dossier.ts';
import { PROJECT } from '#tests/support/cli.ts';

const PAGE = join(PROJECT, 'docs', 'method.md');

/** The list of a mill of one trade with its first process, as a row of the page. */
function rowOf(sector: SubSector): string {
  const begun = newDossier('mill-a', 'dia-a', 'mill', '2026-01-01');
  const enterprise = { ...begun.enterprise, subSectors: [sector], processes: PROCESSES_OF[sector].slice(0, 1) };
  const mill = scoreLatest({ ...begun, enterprise }, '2026-01-02');
  if (mill === null) throw new Error('a new mill has a diagnosis');
  const { questions, facts } = quickList(mill);
  const because = (kind: string) =>
    questions.flatMap(({ id, why }) =>
      why.kind === kind && 'points' in why ? [`${id} (${why.points.toFixed(1)})`] : [],
    );
  const figures = facts.map(
    ({ fact: { id, year }, kpis }) => `${id}${year === 'prior' ? ' of the year before' : ''} (${kpis.join(', ')})`,
  );
  return `| ${sector} | ${because('of-topic').join(', ')} | ${because('points').join(', ')} | ${figures.join('; ')} |`;
}

it('the page of the method has the quick list of every sub-sector, with the points that each question settles and the KPIs of each figure', () => {
  const rows = readFileSync(PAGE, 'utf8')
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' '));
  for (const sector of SUB_SECTORS) expect(rows).toContain(rowOf(sector));
});
