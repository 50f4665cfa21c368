/** Five in every check; `npm run soak` asks for more. */
export const KILLS = Number(process.env['ZHIZHEN_KILLS'] ?? 5);
/** For a test that kills so often, in milliseconds. */
export const LONGEST = 60_000 + 20_000 * KILLS;
