import { ALL_KINDS } from '../../schema/machines.ts';
import { MACHINE_COLUMNS, SYSTEM_COLUMNS, type RegisterColumn } from '../register-table.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import type { WorkbookCell } from '../report-workbook.ts';
import { grouped } from '../shown-figure.ts';
import type { TextId } from '../words.ts';

/** The machines and systems of the year, a table each; nothing of what was not given. */
export function register(mill: Mill): Block[] {
  const { machines = [], systems = [] } = mill.facts.now;
  return [
    ...tableOf('machines-heading', MACHINE_COLUMNS, machines, mill),
    ...(machines.length === 0 ? [] : completeness(mill)),
    ...tableOf('systems-heading', SYSTEM_COLUMNS, systems, mill),
  ];
}

function tableOf<Line>(
  heading: TextId,
  columns: readonly RegisterColumn<Line>[],
  lines: readonly Line[],
  mill: Mill,
): Block[] {
  const { words } = mill;
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say(heading) },
    {
      kind: 'table',
      columns: columns.map(({ title, width, kind }) => ({
        title: words.say(title),
        width,
        ...(kind === 'number' ? { align: 'right' as const } : {}),
      })),
      rows: lines.map((line) => ({ cells: columns.map(({ kind, cellOf }) => shown(cellOf(line, mill), kind)) })),
    },
  ];
}

function shown(cell: WorkbookCell, kind: RegisterColumn<unknown>['kind']): string {
  return typeof cell === 'number' && kind === 'number' ? grouped(cell) : String(cell ?? '—');
}

/** The kinds of which the register names every machine. */
function completeness({ words, context, diagnosis, facts }: Mill): Block[] {
  const { machines = [], 'machines.complete': kinds = [] } = facts.now;
  if (kinds.length === 0) return [];
  const names = kinds.map((kind) =>
    kind === ALL_KINDS ? words.say('machines-all') : words.pick(context.machines.get(kind)?.name) || kind,
  );
  return [
    {
      kind: 'paragraph',
      tone: 'muted',
      text: words.say('machines-complete', { year: diagnosis.year, lines: machines.length, kinds: words.list(names) }),
    },
  ];
}
