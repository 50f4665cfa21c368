import type { PlannedMeasure } from '../../planning/planned-measures.ts';
import { PROVIDERS } from '../../schema/measure.ts';
import { openItems } from '../counts.ts';
import { refer } from '../numbered.ts';
import { fewIds, idOf, nameOf, percent, wan } from '../plan-text.ts';
import { plannedMillOf, type PlannedMill } from '../planned-mill.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';
import { grouped } from '../shown-figure.ts';
import { rounded } from '../../scoring/shown-number.ts';
import { textId } from '../words.ts';
import { phaseText } from './milestones.ts';

const MANY_IDS = 12;

/** Chapter 8: who organises it, whom to find and what to ask three bidders, who learns what, and what may go wrong. */
export function safeguards(mill: Mill): Block[] {
  const { words } = mill;
  const planned = plannedMillOf(mill);
  const heading: Block = { kind: 'heading', level: 1, text: words.say('body-safeguards') };
  if (planned === null || planned.open.length === 0)
    return [
      heading,
      { kind: 'paragraph', text: words.say('safeguards-no-plan', { name: mill.name, annex: refer('annex-unknowns') }) },
    ];
  return [
    heading,
    { kind: 'paragraph', text: organisation(planned) },
    ...owners(planned),
    { kind: 'heading', level: 2, text: words.say('docking-heading') },
    { kind: 'paragraph', text: words.say('docking-lead', { table: refer('docking') }) },
    docking(planned),
    { kind: 'list', ordered: false, items: words.say('docking-asks').split('\n') },
    ...training(planned),
    { kind: 'heading', level: 2, text: words.say('risks-heading') },
    { kind: 'paragraph', text: words.say('risks-lead', { table: refer('risks') }) },
    risks(planned),
  ];
}

function organisation({ mill: { words, name }, plan }: PlannedMill): string {
  return words.say('organisation', { name, people: grouped(plan.people), parallel: plan.parallel });
}

/** Who in the mill answers for which measures; who is not named yet stands as such. */
function owners({ mill: { words, name }, open }: PlannedMill): Block[] {
  if (open.every(({ item }) => item.owner === undefined)) {
    const text = words.say('owners-none', { name, count: open.length, months: grouped(rounded(effortOf(open))) });
    return [{ kind: 'paragraph', text }];
  }
  const byOwner = new Map<string, PlannedMeasure[]>();
  for (const entry of open) {
    const owner = entry.item.owner ?? words.say('owner-open');
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), entry]);
  }
  return [
    {
      kind: 'table',
      key: 'owners',
      caption: words.say('owners-caption'),
      columns: [
        { title: words.say('card-owner'), width: 18 },
        { title: words.say('column-measures'), width: 12, align: 'right' },
        { title: words.say('column-measure'), width: 52 },
        { title: words.say('column-effort'), width: 18, align: 'right' },
      ],
      rows: [...byOwner].map(([owner, entries]) => ({
        cells: [
          { text: owner, strong: true },
          String(entries.length),
          words.list(entries.map((entry) => (entry.measure === null ? nameOf(entry, words) : idOf(entry)))),
          grouped(rounded(effortOf(entries))),
        ],
      })),
    },
  ];
}

/** Months of the mill's own people. */
function effortOf(entries: readonly PlannedMeasure[]): number {
  return entries.reduce((sum, { measure, item }) => sum + (measure?.effort ?? item.own?.effort ?? 0), 0);
}

/** The measures by the kind of provider that does them, with their service areas and money. */
function docking({ mill: { words }, open }: PlannedMill): Block {
  return {
    kind: 'table',
    key: 'docking',
    caption: words.say('docking-caption'),
    columns: [
      { title: words.say('column-provider'), width: 20 },
      { title: words.say('column-service'), width: 24 },
      { title: words.say('column-measure'), width: 40 },
      { title: words.say('column-cost-short'), width: 16, align: 'right' },
    ],
    rows: [...PROVIDERS, null].flatMap((provider): TableRow[] => {
      const entries = open.filter(({ measure }) => (measure?.provider ?? null) === provider);
      if (entries.length === 0) return [];
      const services = [...new Set(entries.flatMap(({ measure }) => measure?.service ?? []))];
      return [
        {
          cells: [
            { text: words.say(provider === null ? 'provider-own' : textId('provider-', provider)), strong: true },
            words.list(services.map((service) => words.say(textId('service-', service)))) || '—',
            fewIds(entries.map(idOf), MANY_IDS, words),
            wan(entries.reduce((sum, { cost }) => sum + cost.planned, 0)),
          ],
        },
      ];
    }),
  };
}

/** For which measures people have to learn something, by phase; what they learn stands on the cards. */
function training({ mill: { words }, open }: PlannedMill): Block[] {
  const taught = open.filter(({ measure }) => measure !== null && measure.training !== null);
  if (taught.length === 0) return [];
  const phases = ([1, 2, 3] as const).flatMap((phase) => {
    const own = taught.filter((entry) => entry.phase === phase);
    return own.length === 0
      ? []
      : [
          words.say('training-phase', {
            phase: phaseText(phase, words),
            names: words.list(own.map((entry) => nameOf(entry, words))),
          }),
        ];
  });
  return [
    { kind: 'heading', level: 2, text: words.say('training-heading') },
    { kind: 'paragraph', text: words.say('training-lead', { count: taught.length, annex: refer('annex-measures') }) },
    { kind: 'list', ordered: false, items: phases },
  ];
}

/** What this plan itself makes uncertain, and what to do about it. */
function risks(planned: PlannedMill): Block {
  const { mill, plan, open, firm } = planned;
  const { words } = mill;
  const ids = (entries: readonly PlannedMeasure[]) => fewIds(entries.map(idOf), MANY_IDS, words);
  const late = open.filter(({ isLate }) => isLate);
  const unpriced = open.filter(({ benefit }) => benefit === null);
  const unsure = open.filter(({ item }) => (firm[item.id] ?? 1) < 0.6);
  const heavy = [...open].sort((a, b) => b.cost.planned - a.cost.planned).slice(0, 3);
  const unknown = openItems(mill).length;
  const rows: (readonly string[])[] = [
    ...(plan.gatesOpen.length === 0
      ? []
      : [
          [
            words.say('risk-gates'),
            words.say('risk-gates-basis', { list: words.list(plan.gatesOpen) }),
            words.say('risk-gates-do'),
          ],
        ]),
    ...(plan.estimatedShare > 0
      ? [
          [
            words.say('risk-estimate'),
            words.say('risk-estimate-basis', { share: percent(plan.estimatedShare) }),
            words.say('risk-estimate-do', { ids: ids(heavy) }),
          ],
        ]
      : []),
    ...(plan.benefit === null
      ? []
      : [
          [
            words.say('risk-realised'),
            words.say('risk-realised-basis', {
              planned: wan(plan.benefit.planned),
              cautious: wan(plan.benefit.cautious),
            }),
            words.say('risk-realised-do'),
          ],
        ]),
    ...(late.length === 0
      ? []
      : [[words.say('risk-late'), words.say('risk-late-basis', { ids: ids(late) }), words.say('risk-late-do')]]),
    ...(unsure.length === 0
      ? []
      : [
          [words.say('risk-unsure'), words.say('risk-unsure-basis', { ids: ids(unsure) }), words.say('risk-unsure-do')],
        ]),
    ...(unpriced.length === 0
      ? []
      : [
          [
            words.say('risk-unpriced'),
            words.say('risk-unpriced-basis', { count: unpriced.length, ids: ids(unpriced) }),
            words.say('risk-unpriced-do'),
          ],
        ]),
    ...(unknown === 0
      ? []
      : [
          [
            words.say('risk-unknown'),
            words.say('risk-unknown-basis', { count: unknown }),
            words.say('risk-unknown-do', { annex: refer('annex-unknowns') }),
          ],
        ]),
  ];
  return {
    kind: 'table',
    key: 'risks',
    caption: words.say('risks-caption'),
    columns: [
      { title: words.say('column-risk'), width: 22 },
      { title: words.say('column-proof'), width: 38 },
      { title: words.say('column-answer-to-risk'), width: 40 },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}
