import { packByMethod } from '../../packs/pack-by-method.ts';
import { shownPoints } from '../../scoring/shown-number.ts';
import { openLevelText } from '../level-text.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';

/** The 16 scenes of the reference pack, read off the answers of the chapter. */
export function scenes(mill: Mill): Block[] {
  const { words, result } = mill;
  const pack = packByMethod(mill.packs, 'sme');
  const indicative = result.indicative.miit2024;
  const scored = result.packs[pack.id];
  if (indicative === undefined || scored === undefined) return [];
  const levels = pack.scenes.map((scene) => ({ scene, level: indicative.scenes[scene.id] ?? null }));
  return [
    { kind: 'heading', level: 2, text: words.say('scenes-heading') },
    {
      kind: 'paragraph',
      text: words.say('scenes-lead', {
        name: mill.name,
        level: openLevelText({ pack, result: scored }, mill),
        score: shownPoints(indicative.baseScore),
        reached: levels.filter(({ level }) => level !== null && level >= 1).length,
      }),
    },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-scene'), width: 22 },
        { title: words.say('column-scene-level'), width: 14, align: 'center' },
        { title: words.say('column-scene-text'), width: 64 },
      ],
      rows: levels.flatMap(({ scene, level }, i): TableRow[] => [
        ...(scene.domain['zh-CN'] === levels[i - 1]?.scene.domain['zh-CN']
          ? []
          : [{ band: true, cells: [words.pick(scene.domain)] }]),
        {
          cells: [
            scene.constrained
              ? words.say('scene-constrained', { name: words.pick(scene.name) })
              : words.pick(scene.name),
            level === null ? words.say('not-applicable') : String(level),
            level === null || level === 0 ? '—' : words.pick(scene.levels[level - 1]),
          ],
        },
      ]),
    },
  ];
}
