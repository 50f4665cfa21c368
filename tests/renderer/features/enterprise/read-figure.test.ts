import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_STORED, shownIn } from '#renderer/features/enterprise/fact-units.ts';
import { withoutUnseen } from '#renderer/ui/pasted-text.ts';
import { cellsOf, readFigure, sumOfCells } from '#renderer/features/enterprise/read-figure.ts';

const TEN_THOUSAND = { unit: '10k m3', times: 10_000 };
const valueOf = (text: string, base: string, unit = AS_STORED) => {
  const read = readFigure(text, base, unit);
  return read.kind === 'figure' ? read.value : read.kind === 'refused' ? read.why : null;
};

describe('a figure as mills write it', () => {
  it.each([
    ['1200万', 'm3', 12_000_000],
    ['1.2亿', 'kWh', 120_000_000],
    ['36万立方', 'm3', 360_000],
    ['３６万', 'm3', 360_000],
    ['约1200', 't', 1200],
    ['１２，３００', 'm3', 12_300],
    ['21 850', 'm3', 21_850],
    ['\u202d21,850\u202c', 'm3', 21_850],
    ['3吨', 't', 3],
    ['500公斤', 't', 0.5],
    ['50万度', 'kWh', 500_000],
    ['1200万', '10k yuan', 1200],
    ['1.2亿元', '10k yuan', 12_000],
    ['3500元', '10k yuan', 0.35],
    ['1200', '10k yuan', 1200],
    ['3.8元', 'yuan/m3', 3.8],
    ['180人', 'persons', 180],
    ['1.2万米', 'm', 12_000],
    ['1.2万米', '100m', 120],
    ['3吨', 'kg', 3000],
    ['50人', 'count', 50],
    ['0', 'm3', 0],
  ])('%j in %s is %d', (text, base, value) => {
    expect(valueOf(text, base)).toBe(value);
  });

  it.each([
    ['12,5', 'm3', 'no-figure'],
    ['3吨', 'm3', 'other-unit'],
    ['50度', 'm3', 'other-unit'],
    ['12305298 2', 'm3', 'no-figure'],
    ['三百', 'm3', 'no-figure'],
    ['-5', 'm3', 'no-figure'],
    ['1e3', 'm3', 'other-unit'],
    ['9999999万', 'm3', 99_999_990_000],
    ['9999999亿', 'm3', 'too-large'],
    ['1200万', '', 'other-unit'],
  ])('%j in %s is not guessed at: %s', (text, base, why) => {
    expect(valueOf(text, base)).toBe(why);
  });

  it('takes the unit of the field for bare digits only', () => {
    expect(valueOf('36', 'm3', TEN_THOUSAND)).toBe(360_000);
    expect(valueOf('36万', 'm3', TEN_THOUSAND)).toBe(360_000);
    expect(valueOf('36万m3', 'm3', TEN_THOUSAND)).toBe(360_000);
  });

  it('says what was understood and not typed, and what is approximate', () => {
    expect(readFigure('1200', 'm3', AS_STORED)).toMatchObject({ isLiteral: true, isAbout: false });
    expect(readFigure('1200万', 'm3', AS_STORED)).toMatchObject({ isLiteral: false, isAbout: false });
    expect(readFigure('约 1200', 'm3', AS_STORED)).toMatchObject({ isLiteral: false, isAbout: true });
    expect(readFigure('1200左右', 'm3', AS_STORED)).toMatchObject({ isAbout: true, value: 1200 });
  });

  it('reads back whatever is shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (any) => {
        const value = Number(any.toPrecision(12));
        const text = shownIn(value, AS_STORED);
        expect(valueOf(text, 'm3')).toBeCloseTo(value, 9);
      }),
    );
  });

  it('takes away what cannot be seen, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-zA-Z一-龥 ,.]*$/u),
        (text) => withoutUnseen(`\u200e${text}\ufeff`) === text,
      ),
    );
  });
});

describe('cells of a table', () => {
  it('are no figure, but have a sum', () => {
    const cells = cellsOf('12\n305\n298\n');
    expect(cells).toEqual([['12'], ['305'], ['298']]);
    expect(sumOfCells(cells ?? [], 'm3', AS_STORED)).toBe(615);
    expect(sumOfCells(cells ?? [], 'm3', TEN_THOUSAND)).toBe(6_150_000);
  });

  it('have none where one of them is no figure; empty ones are left out', () => {
    expect(
      sumOfCells(
        [
          ['1', ''],
          ['2', ' '],
        ],
        'm3',
        AS_STORED,
      ),
    ).toBe(3);
    expect(sumOfCells([['1'], ['合计']], 'm3', AS_STORED)).toBeNull();
    expect(sumOfCells([['']], 'm3', AS_STORED)).toBeNull();
  });

  it('are one text where there is one', () => {
    expect(cellsOf('12,305')).toBeNull();
    expect(cellsOf('12,305\r\n')).toBeNull();
    expect(cellsOf('1\t2')).toEqual([['1', '2']]);
  });
});
