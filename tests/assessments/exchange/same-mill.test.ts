import { describe, expect, it } from 'vitest';
import { mayBeSameMill } from '#assessments/exchange/same-mill.ts';
import { Dossier } from '#assessments/schema/dossier.ts';
import { dossierJson } from '#tests/support/dossiers.ts';

const mill = (name: string, uscc?: string) =>
  Dossier.parse(dossierJson({ name, enterprise: uscc === undefined ? {} : { uscc } })).enterprise;

describe('two dossiers', () => {
  it.each([
    ['滨州（华）印染有限公司', '滨州(华)印染有限公司'],
    ['滨州【华】印染', '滨州（华）印染'],
    [' 滨州 印染\u3000有限公司', '滨州印染有限公司'],
    ['ＡＢＣ纺织', 'abc纺织'],
  ])('may be of one mill: %s, %s', (one, other) => expect(mayBeSameMill(mill(one), mill(other))).toBe(true));

  it('may be of one mill by its credit code, whatever it is called', () => {
    const code = '91370100MA3C12346C';
    expect(mayBeSameMill(mill('甲厂', code), mill('乙厂', code))).toBe(true);
    expect(mayBeSameMill(mill('甲厂', code), mill('乙厂'))).toBe(false);
    expect(mayBeSameMill(mill('甲厂'), mill('乙厂'))).toBe(false);
  });
});
