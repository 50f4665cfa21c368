import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

interface Examined {
  /** The whole page where none is given. */
  readonly within?: string;
  /** All rules of axe where none is given. */
  readonly rules?: readonly string[];
}

/**
 * What axe finds that keeps people out: rule and elements. It is faster without frames, as it need not leave its page, and
 * without a report of all that it found in order.
 */
export async function seriousFindings(page: Page, { within = 'html', rules }: Examined = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(within)
    .options({
      resultTypes: ['violations'],
      ...(rules === undefined ? {} : { runOnly: [...rules] }),
    })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${page.url()} ${id} ${nodes.map((node) => node.html).join(' ')}`);
}
