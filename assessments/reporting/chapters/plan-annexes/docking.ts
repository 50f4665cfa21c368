import type { PlannedMeasure } from '../../../planning/planned-measures.ts';
import { PROVIDERS, SERVICES } from '../../../schema/measure.ts';
import type { Place } from '../../../schema/policy.ts';
import { costText, titleOf, wan } from '../../plan-text.ts';
import type { PlannedMill } from '../../planned-mill.ts';
import type { Block, TableRow } from '../../report-document.ts';
import { textId, type Words } from '../../words.ts';
import { phaseText } from '../plan/phases.ts';

/** Whom to look for: the measures by provider type, their money by service area, and the platforms and places that help. */
export function docking(planned: PlannedMill): Block[] {
  const { mill, open } = planned;
  const { words, name } = mill;
  if (open.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('annex-docking-heading') },
    { kind: 'paragraph', text: words.say('annex-docking-lead', { name }) },
    byService(planned),
    byProvider(planned),
    ...helpers(planned),
  ];
}

function plannedCost(entries: readonly PlannedMeasure[]): number {
  return entries.reduce((sum, { cost }) => sum + cost.planned, 0);
}

function byService({ mill: { words }, open }: PlannedMill): Block {
  return {
    kind: 'table',
    caption: words.say('docking-service-caption'),
    columns: [
      { title: words.say('column-service'), width: 40 },
      { title: words.say('column-measures'), width: 20, align: 'right' },
      { title: words.say('column-cost'), width: 40, align: 'right' },
    ],
    rows: [...SERVICES, null].flatMap((service) => {
      const entries = open.filter(({ measure }) => (measure?.service ?? null) === service);
      if (entries.length === 0) return [];
      return [
        {
          cells: [
            words.say(service === null ? 'service-none' : textId('service-', service)),
            String(entries.length),
            wan(plannedCost(entries)),
          ],
        },
      ];
    }),
  };
}

function byProvider({ mill: { words }, open }: PlannedMill): Block {
  return {
    kind: 'table',
    columns: [
      { title: words.say('column-measure'), width: 34 },
      { title: words.say('column-phase'), width: 15 },
      { title: words.say('column-service'), width: 14 },
      { title: words.say('column-cost'), width: 21 },
      { title: words.say('column-quote'), width: 16 },
    ],
    rows: [...PROVIDERS, null].flatMap((provider): TableRow[] => {
      const entries = open.filter(({ measure }) => (measure?.provider ?? null) === provider);
      if (entries.length === 0) return [];
      const band = words.say('docking-band', {
        provider: words.say(provider === null ? 'provider-own' : textId('provider-', provider)),
        count: entries.length,
        planned: wan(plannedCost(entries)),
      });
      return [{ band: true, cells: [band] }, ...entries.map(row)];
    }),
  };

  function row(entry: PlannedMeasure): TableRow {
    const service = entry.measure?.service ?? null;
    return {
      cells: [
        titleOf(entry, words),
        phaseText(entry.phase, words),
        service === null ? '—' : words.say(textId('service-', service)),
        costText(entry, words),
        '',
      ],
    };
  }
}

/** Platforms for the mill's sub-sectors, clusters and bases where it is. */
function helpers({ mill: { words, name, dossier }, policies }: PlannedMill): Block[] {
  const { region, subSectors } = dossier.enterprise;
  const suits = (only: readonly string[] | undefined) =>
    only === undefined || subSectors.some((sector) => only.includes(sector));
  const platforms = policies.platforms.filter((platform) => suits(platform.subSectors));
  const places = policies.places.filter(
    (place) =>
      suits(place.subSectors) &&
      place.where.some(
        ({ city, county }) => city === region?.city && (county === undefined || county === region.county),
      ),
  );
  return [
    ...(platforms.length === 0
      ? []
      : [
          words.say('docking-platforms', {
            list: words.list(
              platforms.map(({ name: platform, what }) =>
                words.say('docking-platform', { platform: words.pick(platform), what: words.pick(what) }),
              ),
            ),
          }),
        ]),
    ...(places.length === 0
      ? []
      : [words.say('docking-places', { name, list: words.list(places.map((place) => placeText(place, words))) })]),
  ].map((text) => ({ kind: 'paragraph', text }));
}

function placeText({ name, kind }: Place, words: Words): string {
  return words.say(textId('docking-', kind), { place: words.pick(name) });
}

/** What people have to learn for the chosen measures. */
export function training({ mill: { words }, open }: PlannedMill): Block[] {
  const rows = open.flatMap((entry): TableRow[] => {
    const text = entry.measure?.training ?? null;
    if (text === null) return [];
    return [{ cells: [titleOf(entry, words), words.pick(text), phaseText(entry.phase, words)] }];
  });
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('annex-training-heading') },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-measure'), width: 32 },
        { title: words.say('column-training'), width: 50 },
        { title: words.say('column-phase'), width: 18 },
      ],
      rows,
    },
  ];
}
