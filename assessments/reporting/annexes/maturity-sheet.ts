import { packAfterGbt39116 } from '../../packs/pack-by-method.ts';
import type { Gbt39116, LadderPack, Question } from '../../schema/pack.ts';
import { shownPoints } from '../../scoring/shown-number.ts';
import { standingIn } from '../../scoring/standing-in.ts';
import type { Block, TableRow } from '../report-document.ts';
import type { Mill } from '../report-input.ts';

/** The answers in the order of GB/T 39116, to copy into the official self-assessment; nothing where they were not asked. */
export function maturitySheet(mill: Mill, after: Mill | null): Block[] {
  const { words, name, packs, result } = mill;
  const pack = packAfterGbt39116(packs);
  if (pack === undefined || result.packs[pack.id] === undefined) return [];
  return [
    { kind: 'heading', level: 2, text: words.say('annex-gbt-heading') },
    {
      kind: 'paragraph',
      text: words.say(after === null ? 'annex-gbt-lead-today' : 'annex-gbt-lead', {
        name,
        before: levelOf(mill),
        after: after === null ? '' : levelOf(after),
      }),
    },
    {
      kind: 'table',
      columns: [
        { title: words.say('column-id'), width: 13 },
        { title: words.say('column-question'), width: 65 },
        { title: words.say('column-rung'), width: 11, align: 'center' },
        ...(after === null ? [] : [{ title: words.say('column-rung-after'), width: 11, align: 'center' as const }]),
      ],
      rows: bandsOf(pack.gbt39116, pack, mill, after),
    },
  ];
}

function levelOf({ words, result }: Mill): string {
  const { level, s } = result.indicative.gbt39116 ?? {};
  if (level === null || level === undefined || s === null || s === undefined) return words.say('no-level');
  return words.say('annex-gbt-level', { level, s: shownPoints(s) });
}

function bandsOf(model: Gbt39116, pack: LadderPack, mill: Mill, after: Mill | null): TableRow[] {
  const { words, result } = mill;
  const scored = new Set(result.packs[pack.id]?.trace.map((line) => line.question));
  return model.elements.flatMap((element) =>
    element.domains.flatMap((domain) =>
      domain.subDomains.flatMap((subDomain): TableRow[] => {
        const questions = pack.questions.filter(
          (question) => question.basis.subDomain === subDomain && scored.has(question.id),
        );
        if (questions.length === 0) return [];
        const names = [...new Set([element.id, domain.id, subDomain])].map((id) => words.gbt39116(id));
        return [{ band: true, cells: [names.join(' · ')] }, ...questions.map((question) => row(question, mill, after))];
      }),
    ),
  );
}

function row(question: Question, mill: Mill, after: Mill | null): TableRow {
  return {
    cells: [
      question.id,
      mill.words.pick(question.stem),
      rungText(question, mill),
      ...(after === null
        ? []
        : [{ text: rungText(question, after), strong: rungText(question, after) !== rungText(question, mill) }]),
    ],
  };
}

/** The rung that counts; 待核实 where neither an answer nor the facts say. */
function rungText(question: Question, mill: Mill): string {
  const standing = standingIn(question, mill, mill.answer);
  return standing === null ? mill.words.say('unknown') : String(standing.rung);
}
