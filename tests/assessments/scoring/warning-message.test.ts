import { describe, expect, it } from 'vitest';
import { findImplausibleFacts } from '#assessments/indicators/plausible-facts.ts';
import type { YearFacts } from '#assessments/schema/facts.ts';
import { LANGUAGES } from '#assessments/schema/localized-text.ts';
import { WarningCode } from '#assessments/schema/result.ts';
import { roughFigure } from '#assessments/scoring/rough-figure.ts';
import { warningMessage } from '#assessments/scoring/warning-message.ts';

const said = (now: YearFacts, prior: YearFacts = {}) =>
  findImplausibleFacts({ now, prior }, 180).flatMap(({ doubt }) =>
    LANGUAGES.map((language) => warningMessage({ code: 'implausible', path: '', doubt }, language)),
  );

describe('what a warning says', () => {
  it.each(WarningCode.options)('is there in both languages: %s', (code) => {
    for (const language of LANGUAGES) expect(warningMessage({ code, path: '' }, language)).toMatch(/.{10}/u);
  });

  it('names the figure per what, and the range', () => {
    expect(said({ 'energy.electricity': 6e10 })).toEqual([
      '折合每人3.33亿kWh，织诊估计的合理范围是20kWh至300万kWh，请核对单位和小数点',
      'this is 333 million kWh per employee; by our estimate 20 kWh to 3 million kWh is plausible, please check the unit and the decimal point',
    ]);
  });

  it('speaks of money in yuan, as its unit may be what is wrong', () => {
    expect(said({ 'finance.revenue': 8e7 })).toEqual([
      '折合每人44.4亿元，织诊估计的合理范围是1,000元至5亿元，请核对单位和小数点',
      'this is 4.44 billion yuan per employee; by our estimate 1,000 yuan to 500 million yuan is plausible, please check the unit and the decimal point',
    ]);
  });

  it('compares with another figure, in the same unit or another', () => {
    expect(said({ 'people.employees': 180, 'people.direct-workers': 190 })).toEqual([
      '是“从业人员”的1.06倍，织诊估计的合理范围是不超过1倍，请核对单位和小数点',
      'this is 1.06 × “Employees”; by our estimate up to 1 × is plausible, please check the unit and the decimal point',
    ]);
    expect(said({ 'water.wastewater.discharged': 500_000, 'emissions.cod': 31_000 })).toEqual([
      '折合每m³“废水排放量”0.062t，织诊估计的合理范围是不超过0.02t，请核对单位和小数点',
      'this is 0.062 t per m³ of “Wastewater discharged”; by our estimate up to 0.02 t is plausible, please check the unit and the decimal point',
    ]);
  });

  it('says a figure that is judged by itself as it is', () => {
    expect(said({ 'water.price': 390 })).toEqual([
      '填报值为390元/m³，织诊估计的合理范围是0.1元/m³至50元/m³，请核对单位和小数点',
      'this is 390 yuan/m³; by our estimate 0.1 yuan/m³ to 50 yuan/m³ is plausible, please check the unit and the decimal point',
    ]);
  });

  it('only asks where a figure changed', () => {
    expect(said({ 'energy.electricity': 300_000 }, { 'energy.electricity': 1_500_000 })).toEqual([
      '上一年为150万kWh，本年为30万kWh，相差约5倍，可能属实，请核对两年的单位是否一致',
      '1.5 million kWh the year before and 300,000 kWh this year, a factor of about 5; this may be true, please check that both years are in one unit',
    ]);
  });
});

describe('a rough figure', () => {
  it.each([
    [0, '0', '0'],
    [0.000_000_012_34, '0.0000000123', '0.0000000123'],
    [0.01254, '0.0125', '0.0125'],
    [9.999, '10', '10'],
    [1234, '1,230', '1,230'],
    [99_999, '10万', '100,000'],
    [314_102_564, '3.14亿', '314 million'],
    [11_900_000, '1,190万', '11.9 million'],
    [999_999_999_999, '1万亿', '1 trillion'],
  ])('has three digits and a name for its size: %d', (value, chinese, english) => {
    expect(roughFigure(value, 'zh-CN')).toBe(chinese);
    expect(roughFigure(value, 'en')).toBe(english);
  });
});
