import { titleOf } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';

/** What to have ready: for the gates that are not met, and the proofs of the chosen measures. */
export function materials(planned: PlannedMill): Block[] {
  const { words, name } = planned.mill;
  const rows = [
    ...section(words.say('materials-gates'), gateRows(planned)),
    ...section(words.say('materials-measures'), measureRows(planned)),
  ];
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('annex-materials-heading') },
    { kind: 'paragraph', text: words.say('annex-materials-lead', { name }) },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-for'), width: 28 },
        { title: words.say('column-material'), width: 56 },
        { title: words.say('column-ready-on'), width: 16 },
      ],
      rows,
    },
  ];
}

function section(band: string, rows: readonly TableRow[]): TableRow[] {
  return rows.length === 0 ? [] : [{ band: true, cells: [band] }, ...rows];
}

function gateRows({ mill }: PlannedMill): TableRow[] {
  const { words } = mill;
  return mill.topics
    .flatMap(({ result }) => result.gates)
    .filter(({ state }) => state === 'failed' || state === 'unknown')
    .flatMap(({ id }) => {
      const proofs = mill.guidance[id]?.proof.map((proof) => words.pick(proof)) ?? [];
      return proofs.length === 0 ? [] : [row(`${id} ${words.pick(mill.question(id)?.stem)}`, proofs)];
    });
}

function measureRows({ mill: { words }, open }: PlannedMill): TableRow[] {
  return open.flatMap((entry) =>
    entry.measure === null
      ? []
      : [
          row(
            titleOf(entry, words),
            entry.measure.proof.map((proof) => words.pick(proof)),
          ),
        ],
  );
}

function row(purpose: string, proofs: readonly string[]): TableRow {
  return { cells: [purpose, proofs.join('\n'), ''] };
}
