import { describe, expect, it } from 'vitest';
import { ANYTHING, matches, namesakesOf } from '#renderer/features/home/listing.ts';
import { spells } from '#renderer/features/home/pinyin.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { dossierJson } from '#tests/support/dossiers.ts';
import { enterpriseRow } from '#tests/support/enterprise-rows.ts';

const mill = enterpriseRow({
  name: '鲁北印染厂',
  subSectors: ['DYEING'],
  enterprise: { region: { city: '滨州市' }, uscc: '91370100MA3C12346C' },
});
const finds = (text: string, pinyin = true) => matches(mill, { ...ANYTHING, text }, pinyin ? spells : null);

describe('looking for an enterprise', () => {
  it('finds all where nothing is asked for', () => {
    expect(finds('')).toBe(true);
    expect(finds('  ', false)).toBe(true);
  });

  it.each(['印染', '鲁北', '鲁北 厂', 'ma3c', '91370100MA3C12346C'])('finds %s without pinyin', (text) => {
    expect(finds(text, false)).toBe(true);
  });

  it.each([
    'lbyr',
    'lubei',
    'LuBei',
    'LBYRC',
    'yinran',
    'yr',
    'lubyr',
    'lub',
    "lu'bei",
    'lu bei',
    '鲁北 yr',
    'bei 印染',
  ])('finds %s by pinyin, but not without it', (text) => {
    expect(finds(text)).toBe(true);
    expect(finds(text, false)).toBe(false);
  });

  it.each(['lyr', 'lubeiyy', 'bl', 'lbx', '鲁南', 'lubei 纺织', '12345'])('does not find %s', (text) => {
    expect(finds(text)).toBe(false);
  });

  it.each([
    ['山东（滨州）ABC纺织', '(山东)', false],
    ['山东（滨州）ABC纺织', '(滨州)', true],
    ['山东（滨州）ABC纺织', '山东（', true],
    ['山东（滨州）ABC纺织', 'ＡＢＣ', true],
    ['山东(滨州)ＡＢＣ纺织', '（滨州）abc', true],
    ['山东(滨州)ＡＢＣ纺织', 'ｓｄｂｚ', true],
  ])('in %s, %s is looked for in any width: %s', (name, text, found) => {
    expect(matches(enterpriseRow({ name }), { ...ANYTHING, text }, spells)).toBe(found);
  });

  it('wants the city and the sub-sector beside the words', () => {
    expect(matches(mill, { ...ANYTHING, text: 'lbyr', city: '滨州市', sector: 'DYEING' }, spells)).toBe(true);
    expect(matches(mill, { ...ANYTHING, text: 'lbyr', city: '潍坊市', sector: '' }, spells)).toBe(false);
    expect(matches(mill, { ...ANYTHING, text: 'lbyr', city: '', sector: 'FIBER' }, spells)).toBe(false);
  });
});

describe('pinyin', () => {
  it.each([
    ['重庆长乐', 'chongqingchangle'],
    ['重庆长乐', 'zhongqingzhangyue'],
    ['重庆长乐', 'cqcl'],
    ['行远', 'hangyuan'],
    ['行远', 'xingyuan'],
    ['绿源', 'lvyuan'],
    ['吕氏织造', 'lushizz'],
    ['吕氏织造', 'lvshizz'],
    ['绿源', 'lüyuan'],
    ['山东（滨州）纺织', 'sdbzfz'],
    ['A3智造', 'a3zz'],
    ['西安', "xi'an"],
  ])('takes any reading: %s is spelled by %s', (name, letters) => {
    expect(spells(letters, name)).toBe(true);
  });

  it('spells nothing by marks alone', () => {
    expect(spells("'", '西安')).toBe(false);
  });
});

describe('an enterprise of the same name or credit code', () => {
  const comes = (enterprise: object, id = 'ent-that-comes') => {
    const dossier = dossierJson() as { enterprise: object };
    return Dossier.parse({ ...dossier, id, enterprise: { ...dossier.enterprise, ...enterprise } });
  };
  const other = { name: '另一家', uscc: undefined };

  it('is found by either', () => {
    expect(namesakesOf([mill], comes({ ...other, name: '鲁北印染厂' }))).toEqual([mill]);
    expect(namesakesOf([mill], comes({ ...other, uscc: '91370100MA3C12346C' }))).toEqual([mill]);
    expect(namesakesOf([mill], comes({ ...other, name: '鲁北印染 厂' }))).toEqual([mill]);
    expect(namesakesOf([mill], comes(other))).toEqual([]);
  });

  it('is not the dossier itself, none that was deleted, and none because neither has a code', () => {
    expect(namesakesOf([mill], comes({ name: '鲁北印染厂' }, mill.id))).toEqual([]);
    expect(namesakesOf([{ ...mill, deletedAt: 1 }], comes({ name: '鲁北印染厂' }))).toEqual([]);
    expect(namesakesOf([enterpriseRow({ name: '没有代码' })], comes(other))).toEqual([]);
  });
});
