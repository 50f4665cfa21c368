import type { Block, TableRow } from '../report-document.ts';
import type { Mill, Topic } from '../report-input.ts';
import { textId } from '../words.ts';

const TONES = { met: 'good', failed: 'bad', unknown: 'warning', 'not-applicable': 'muted' } as const;

/** Every knock-out condition with its state and basis, and what to have ready for those that are not met. */
export function gatesAnnex(mill: Mill): Block[] {
  const { words, topics } = mill;
  const rows = topics.flatMap((topic) => rowsOf(topic, mill));
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 1, key: 'annex-gates', text: words.say('gates-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 10 },
        { title: words.say('column-gate'), width: 36 },
        { title: words.say('column-state'), width: 11 },
        { title: words.say('column-basis'), width: 21 },
        { title: words.say('column-material'), width: 22 },
      ],
      rows,
    },
  ];
}

function rowsOf({ name, result }: Topic, mill: Mill): TableRow[] {
  const { words, guidance } = mill;
  if (result.gates.length === 0) return [];
  return [
    { band: true, cells: [name] },
    ...result.gates.map(({ id, state }): TableRow => {
      const question = mill.question(id);
      const clause = question?.basis.clause == null ? '' : ` ${question.basis.clause}`;
      const isOpen = state === 'failed' || state === 'unknown';
      return {
        cells: [
          id,
          words.pick(question?.stem),
          { text: words.say(textId('state-', state)), tone: TONES[state], strong: true },
          { text: `${words.pick(question?.basis.text)}${clause}`, tone: 'muted' },
          isOpen ? (guidance[id]?.proof ?? []).map((proof) => words.pick(proof)).join('\n') || '—' : '—',
        ],
      };
    }),
  ];
}
