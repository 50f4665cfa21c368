import { longOrShort } from './long-form.ts';

export const KILLS = Number(process.env['ZHIZHEN_KILLS'] ?? longOrShort(50, 2));
/** For a test that kills so often, in milliseconds. */
export const LONGEST = 240_000 + 20_000 * KILLS;
