import { describe, expect, it } from 'vitest';
import { find, findable, type Entry, type Kind } from '#renderer/features/palette/find.ts';
import { readingsOf } from '#renderer/features/palette/readings.ts';

const entry = (kind: Kind, code: string, title: string, also = ''): Entry => ({ kind, code, title, also });
const ALL = findable([
  entry('enterprise', '91370100MA3ABCDE1X', '济南重华印染有限公司'),
  entry('enterprise', '', '绿源家纺（淄博）有限公司'),
  entry('question', 'W-M03', '用水定额管理', 'Quota of water'),
  entry('question', 'W-M031', '用水定额考核'),
  entry('question', 'IM-ORG-02', '是否制定智能制造规划'),
  entry('measure', 'WA01', '总表与车间水表补齐', 'Water meters'),
  entry('page', '', '年度数据 · 设备台账', 'Facts'),
]);
const titles = (text: string, spells = true) =>
  find(ALL, text, spells ? readingsOf : null).groups.flatMap(({ entries }) => entries.map(({ title }) => title));

describe('what the palette finds', () => {
  it('puts the exact code before a longer one, in any case and width', () => {
    expect(titles('w-m03')).toEqual(['用水定额管理', '用水定额考核']);
    expect(titles('Ｗ－Ｍ０３')).toEqual(['用水定额管理', '用水定额考核']);
    expect(titles('org-02')).toEqual(['是否制定智能制造规划']);
  });

  it('reads hanzi, whole pinyin, initials, and a last syllable begun', () => {
    for (const text of ['印染', 'yinran', 'yr', 'yinra', 'jnzhyr'])
      expect(titles(text)).toEqual(['济南重华印染有限公司']);
  });

  it('takes any reading of a character, and ü as v, u or ü', () => {
    for (const text of ['zhonghua', 'chonghua']) expect(titles(text)).toEqual(['济南重华印染有限公司']);
    for (const text of ['lvyuan', 'luyuan', 'lüyuan']) expect(titles(text)).toEqual(['绿源家纺（淄博）有限公司']);
  });

  it('passes over marks between characters, but not over characters', () => {
    expect(titles('jiafangzibo')).toEqual(['绿源家纺（淄博）有限公司']);
    expect(titles('jinanyinran')).toEqual([]);
  });

  it('wants every word, in whichever of code, title, other words and pinyin', () => {
    expect(titles('w-m03 kaohe')).toEqual(['用水定额考核']);
    expect(titles('water 水表')).toEqual(['总表与车间水表补齐']);
    expect(titles('水表 印染')).toEqual([]);
  });

  it('ranks the beginning of the title, then of a word, then the middle, then other words, then pinyin', () => {
    const ranked = findable([
      entry('fact', '', '拼水', ''),
      entry('fact', '', '其他', '水'),
      entry('fact', '', '用水量'),
      entry('fact', '', '取用 水量'),
      entry('fact', '', '水量'),
    ]);
    const order = (text: string) =>
      find(ranked, text, readingsOf).groups.flatMap(({ entries }) => entries.map(({ title }) => title));
    expect(order('水量')).toEqual(['水量', '取用 水量', '用水量']);
    expect(order('水')).toEqual(['水量', '取用 水量', '拼水', '用水量', '其他']);
  });

  it('knows no pinyin before its readings are there', () => {
    expect(titles('yinran', false)).toEqual([]);
  });

  it('shows at most eight of a kind and counts them all; everything fits no word', () => {
    const many = findable(Array.from({ length: 30 }, (_, i) => entry('enterprise', '', `企业${i}`)));
    const found = find([...many, ...ALL], '企业', null);
    expect(found.total).toBe(30);
    expect(found.groups.map(({ entries }) => entries.length)).toEqual([8]);
    expect(find(ALL, '  ', null).total).toBe(ALL.length);
  });
});
