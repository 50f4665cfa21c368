import type { SignaturesBlock, SigningParty } from '../../../assessments/reporting/report-document.ts';
import { PALETTE } from '../../ui/palette.ts';
import { PAGE, style, TEXT_WIDTH, type LaidBlock, type PageFlow } from './page-flow.ts';

const GAP = 12;
const PAD = 12;
const NAME = { look: style(10.5, 'ink', 'bold'), leading: 15.5 } as const;
const LABEL = { look: style(10), leading: 13.5, height: 32 } as const;
const SEAL = { radius: 40, look: style(9, 'muted'), leading: 12 } as const;

interface LaidParty {
  readonly name: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly seal: readonly string[];
}

/** Boxes of one height side by side: name, place of the seal, lines to be filled in by hand. */
export function laySignatures(flow: PageFlow, { parties }: SignaturesBlock): LaidBlock {
  const width = (TEXT_WIDTH - GAP * (parties.length - 1)) / parties.length;
  const laid = parties.map((party) => layParty(flow, party, width - 2 * PAD));
  const nameHeight = Math.max(0, ...laid.map(({ name }) => name.length)) * NAME.leading;
  const sealHeight = laid.some(({ seal }) => seal.length > 0) ? 2 * SEAL.radius + 14 : 0;
  const linesHeight = Math.max(0, ...laid.map(({ lines }) => lines.length)) * LABEL.height;
  const height = PAD + nameHeight + sealHeight + linesHeight + PAD;
  const place = () => {
    flow.keep(height);
    laid.forEach((party, i) => {
      const x = PAGE.left + i * (width + GAP);
      flow.add({ kind: 'rect', x, y: flow.y, width, height, stroke: PALETTE.muted, strokeWidth: 0.8 });
      flow.inside(flow.part('Div'), () => {
        drawLines(flow, party.name, x + PAD, flow.y + PAD, NAME);
        if (party.seal.length > 0)
          drawSeal(flow, party.seal, x + width / 2, flow.y + PAD + nameHeight + SEAL.radius + 6);
        party.lines.forEach((label, k) => {
          const top = flow.y + PAD + nameHeight + sealHeight + k * LABEL.height;
          drawBlank(flow, label, { x: x + PAD, top, width: width - 2 * PAD });
        });
      });
    });
    flow.y += height + 12;
  };
  return { lead: height, place };
}

function layParty(flow: PageFlow, { name, lines, seal }: SigningParty, width: number): LaidParty {
  return {
    name: flow.lines(name, width, NAME.look),
    lines: lines.map((label) => flow.lines(label, width / 2, LABEL.look)),
    seal: seal === '' ? [] : flow.lines(seal, 1.6 * SEAL.radius, SEAL.look),
  };
}

type Form = Pick<typeof NAME | typeof LABEL, 'look' | 'leading'>;

function drawLines(flow: PageFlow, lines: readonly string[], x: number, top: number, { look, leading }: Form): void {
  flow.inside(flow.part('P'), () => {
    lines.forEach((line, i) => flow.text(line, x, top + look.size + i * leading, look));
  });
}

/** A dashed ring, as official forms have it. */
function drawSeal(flow: PageFlow, lines: readonly string[], x: number, y: number): void {
  const corners = Array.from({ length: 48 }, (_, i): [number, number] => {
    const angle = (i / 24) * Math.PI;
    return [x + SEAL.radius * Math.cos(angle), y + SEAL.radius * Math.sin(angle)];
  });
  flow.add({ kind: 'line', points: corners, closed: true, dashed: true, stroke: PALETTE.muted, strokeWidth: 0.7 });
  const top = y - (lines.length * SEAL.leading) / 2;
  flow.inside(flow.part('P'), () => {
    lines.forEach((line, i) => {
      const baseline = top + SEAL.look.size + i * SEAL.leading;
      flow.text(line, x - SEAL.radius, baseline, SEAL.look, 'center', 2 * SEAL.radius);
    });
  });
}

/** A label and the line beside it, at the foot of its height. */
function drawBlank(
  flow: PageFlow,
  label: readonly string[],
  { x, top, width }: { readonly x: number; readonly top: number; readonly width: number },
): void {
  const foot = top + LABEL.height - 6;
  drawLines(flow, label, x, foot - label.length * LABEL.leading, LABEL);
  const from = x + Math.max(...label.map((line) => flow.widthOf(line, LABEL.look))) + 6;
  flow.add({
    kind: 'line',
    points: [
      [from, foot],
      [x + width, foot],
    ],
    closed: false,
    stroke: PALETTE.text,
    strokeWidth: 0.6,
  });
}
