import { describe, expect, it } from 'vitest';
import { blockOf, placeAfter } from '#renderer/features/enterprise/register/grid-moves.ts';

describe('a key in the register', () => {
  const widths = [5, 9, 5];
  it.each([
    ['Enter', false, [0, 1], [1, 1]],
    ['Enter', true, [1, 1], [0, 1]],
    ['Enter', false, [2, 0], null],
    ['Enter', true, [0, 0], null],
    ['ArrowDown', false, [1, 8], [2, 4]],
    ['ArrowUp', false, [1, 6], [0, 4]],
    ['ArrowUp', true, [1, 0], [0, 0]],
    ['ArrowRight', false, [1, 7], [1, 8]],
    ['ArrowRight', false, [1, 8], null],
    ['ArrowLeft', false, [1, 0], null],
    ['ArrowLeft', false, [1, 1], [1, 0]],
    ['Tab', false, [1, 1], null],
    ['toString', false, [1, 1], null],
  ] as const)('%s (shift %s) leads from %j to %j', (key, shift, [row, column], to) => {
    expect(placeAfter(key, shift, { row, column }, widths)).toEqual(to === null ? null : { row: to[0], column: to[1] });
  });
});

describe('a block that was copied from a spreadsheet', () => {
  it.each([
    [
      '22\t2016\r\n13\t2014\r\n',
      [
        ['22', '2016'],
        ['13', '2014'],
      ],
    ],
    ['22', [['22']]],
    ['22\n', [['22']]],
    ['1\t\t3', [['1', '', '3']]],
    ['1\n\n3', [['1'], [''], ['3']]],
    ['\t5', [['', '5']]],
    ['"两行\n说明"\t"12""样"', [['两行\n说明', '12"样']]],
    ['6"\t2', [['6"', '2']]],
    ['', []],
  ])('%j has its cells', (text, cells) => {
    expect(blockOf(text)).toEqual(cells);
  });
});
