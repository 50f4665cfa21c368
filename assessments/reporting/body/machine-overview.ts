import type { MachineLine } from '../../schema/machines.ts';
import { refer } from '../numbered.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';

interface KindSum {
  readonly kind: string;
  readonly count: number;
  readonly digital: number | null;
  readonly networked: number | null;
}

/** The register by kind, two kinds a row; lines and features stand in the annex. Nothing where no machine is given. */
export function machineOverview(mill: Mill): Block[] {
  const { words, facts } = mill;
  const lines = facts.now.machines ?? [];
  if (lines.length === 0) return [];
  const kinds = [...new Set(lines.map(({ kind }) => kind))].map((kind) =>
    sumOf(
      kind,
      lines.filter((line) => line.kind === kind),
    ),
  );
  const half = Math.ceil(kinds.length / 2);
  const columns = [
    { title: words.say('register-machine'), width: 22 },
    { title: words.say('register-count'), width: 12, align: 'right' },
    { title: words.say('register-digital'), width: 8, align: 'right' },
    { title: words.say('register-networked'), width: 8, align: 'right' },
  ] as const;
  return [
    {
      kind: 'table',
      key: 'machines',
      caption: words.say('machines-caption', { lines: lines.length, annex: refer('annex-facts') }),
      columns: [...columns, ...columns],
      rows: Array.from({ length: half }, (_, i): TableRow => ({
        cells: [...cellsOf(kinds[i], mill), ...cellsOf(kinds[half + i], mill)],
      })),
    },
  ];
}

function sumOf(kind: string, lines: readonly MachineLine[]): KindSum {
  const sum = (of: (line: MachineLine) => number | undefined) =>
    lines.reduce<number | null>((total, line) => {
      const value = of(line);
      return total === null || value === undefined ? null : total + value;
    }, 0);
  return {
    kind,
    count: sum(({ count }) => count) ?? 0,
    digital: sum(({ digital }) => digital),
    networked: sum(({ networked }) => networked),
  };
}

function cellsOf(entry: KindSum | undefined, { words, context }: Mill): string[] {
  if (entry === undefined) return ['', '', '', ''];
  const kind = context.machines.get(entry.kind);
  const shown = (value: number | null) => (value === null ? '—' : grouped(value));
  return [
    words.pick(kind?.name) || entry.kind,
    `${grouped(entry.count)} ${words.unit(kind?.unit ?? '')}`.trim(),
    shown(entry.digital),
    shown(entry.networked),
  ];
}
