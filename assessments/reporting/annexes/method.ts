import { packList } from '../../packs/library.ts';
import type { Kpi } from '../../schema/pack.ts';
import { Mark } from '../../schema/marks.ts';
import type { Block } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { textId } from '../words.ts';
import { factorOrigins } from '../chapters/energy-carbon.ts';
import { anchorRows } from '../chapters/indicator-table.ts';

const PARAGRAPHS = ['method-values', 'method-unknown', 'method-ladder', 'method-water'] as const;
const OF_PLAN = ['method-choice', 'method-benefit', 'method-cost', 'method-firm'] as const;

/** How the numbers came about and what they rest on. */
export function methodPage(mill: Mill): Block[] {
  const { words, result, topics } = mill;
  const versions = words.list(topics.map((topic) => `${topic.name} ${topic.result.version}`));
  return [
    { kind: 'heading', level: 1, key: 'annex-method', text: words.say('method-heading') },
    {
      kind: 'paragraph',
      text: words.say('method-identity', { method: result.method, versions, hash: result.inputHash }),
    },
    {
      kind: 'list',
      ordered: false,
      items: [...PARAGRAPHS, ...(mill.plan == null ? [] : OF_PLAN)].map((id) => words.say(id)),
    },
    ...definitions(mill),
    ...anchorOrigins(mill),
    ...(result.packs[mill.green.id] === undefined ? [] : factorOrigins(mill.green, mill)),
    ...sources(mill),
    { kind: 'heading', level: 2, text: words.say('method-marks-heading') },
    {
      kind: 'list',
      ordered: false,
      items: Mark.options.map(
        (mark) => `${words.say(textId('short-', mark))}${words.say('colon')}${words.say(textId('mark-', mark))}`,
      ),
    },
  ];
}

/** What each KPI of the report is, and how it is reckoned. */
function definitions(mill: Mill): Block[] {
  const { words } = mill;
  const kpis = tracedKpis(mill);
  if (kpis.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('method-kpis-heading') },
    { kind: 'list', ordered: false, items: kpis.map((kpi) => `${kpi.id} ${words.pick(kpi.stem)}`) },
  ];
}

function anchorOrigins(mill: Mill): Block[] {
  const { words } = mill;
  const rows = tracedKpis(mill).flatMap((kpi) =>
    anchorRows(kpi, mill)
      .filter((row) => kpi.anchors.includes(row))
      .map((row) => ({
        cells: [
          `${kpi.id} ${words.pick(kpi.name)}`,
          `${words.pick(row.basis)}${words.say('clause-separator')}${row.marks.map((mark) => words.say(textId('short-', mark))).join(' / ')}`,
        ],
      })),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('method-anchors-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-indicator'), width: 30 },
        { title: words.say('column-anchor-basis'), width: 70 },
      ],
      rows,
    },
  ];
}

/** The KPIs that the scores of the report rest on. */
function tracedKpis({ topics }: Mill): Kpi[] {
  return topics.flatMap(({ pack, result }) =>
    ('kpis' in pack ? pack.kpis : []).filter((kpi) => result.trace.some((line) => line.question === kpi.id)),
  );
}

/** The documents that the scored packs cite, each once. */
function sources(mill: Mill): Block[] {
  const { words } = mill;
  const scored = packList(mill.packs).filter((pack) => mill.result.packs[pack.id] !== undefined);
  const byTitle = new Map(
    scored.flatMap((pack) => Object.values(pack.sources)).map((source) => [words.pick(source.title), source]),
  );
  return [
    { kind: 'heading', level: 2, text: words.say('method-sources-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-document'), width: 46 },
        { title: words.say('column-document-no'), width: 32 },
        { title: words.say('column-confidence'), width: 22 },
      ],
      rows: [...byTitle].map(([title, source]) => ({
        cells: [
          title,
          source.documentNo === null ? '—' : words.document(source.documentNo),
          words.say(textId('short-', source.mark)),
        ],
      })),
    },
  ];
}
