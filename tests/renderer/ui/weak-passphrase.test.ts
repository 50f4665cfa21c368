import { describe, expect, it } from 'vitest';
import { MADE_BITS, madePassphrase } from '#renderer/ui/made-passphrase.ts';
import { weaknessOf } from '#renderer/ui/weak-passphrase.ts';

const OWN = ['滨州示例印染有限公司', '91371600MA3EXAMPLE'];

describe('a weak passphrase', () => {
  it.each([
    ['1', 'short'],
    ['k7#pQ2x', 'short'],
    ['布匹染缸', 'short'],
    ['password', 'common'],
    ['Passw0rd!2', 'common'],
    ['Ｐａｓｓｗｏｒｄ！', 'common'],
    ['woaini520', 'common'],
    ['织诊优盘口令', 'common'],
    ['123456789012', 'sequence'],
    ['abcdefghijklmnop', 'sequence'],
    ['qwertyuiop[]', 'sequence'],
    ['1qaz2wsx3edc', 'sequence'],
    ['lkjhgfdsapoiuyt', 'sequence'],
    ['111111111111', 'repeated'],
    ['xk4xk4xk4xk4xk4', 'repeated'],
    ['20261125', 'date'],
    ['2026年11月25日', 'date'],
    ['1998-07-14 a', 'date'],
    ['滨州示例印染', 'own-name'],
    ['示例印染2026', 'own-name'],
    ['91371600ma3example', 'own-name'],
  ])('%s: %s', (passphrase, weakness) => {
    expect(weaknessOf(passphrase, OWN)).toBe(weakness);
  });

  it.each(['k7mp-3xrt-9hqa-vw2e', '三号缸的布昨天才下', 'Vg4!hw92_qLm', '蓝布 七匹 送到码头去'])(
    'is none: %s',
    (passphrase) => {
      expect(weaknessOf(passphrase, OWN)).toBeNull();
    },
  );

  it('takes no empty word of the mill for a part of it', () => {
    expect(weaknessOf('k7mp-3xrt-9hqa-vw2e', ['', ''])).toBeNull();
  });
});

describe('a made passphrase', () => {
  it('is four groups of signs that nobody takes for another one, never twice the same, and not weak', () => {
    const made = new Set(Array.from({ length: 200 }, () => madePassphrase()));
    expect(made.size).toBe(200);
    for (const passphrase of made) {
      expect(passphrase).toMatch(/^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/);
      expect(weaknessOf(passphrase, OWN)).toBeNull();
    }
    expect(MADE_BITS).toBe(79);
  });

  it('has every sign as likely as any other', () => {
    let next = 0;
    const counted = new Map<string, number>();
    // Every byte as often as any other: 248 of 256 are used, and 16 are taken each time.
    for (let i = 0; i < 31; i += 1)
      for (const sign of madePassphrase((bytes) => bytes.fill(next++ % 256)).replaceAll('-', ''))
        counted.set(sign, (counted.get(sign) ?? 0) + 1);
    expect([...counted.values()]).toEqual(Array.from({ length: 31 }, () => 16));
  });
});
