import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

const CONTESTANT = fileURLToPath(new URL('contestant.mjs', import.meta.url));

/**
 * Lets contestants do the same work in turns: one at a time, round after round, each in a process of its own.
 * A contestant is `{ name, module, setup }`; see contestant.mjs for what a module exports.
 * Gives of each its median milliseconds, all of them, peak memory in MB and what it says of its last run.
 * Who needs more than `slowMs` runs in every third round only.
 */
export async function contest(contestants, { warmUps, rounds, slowMs, say }) {
  const players = [];
  for (const contestant of contestants) players.push(await enter(contestant));
  for (let round = -warmUps; round < rounds; round += 1) {
    say(round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`);
    for (const player of players) {
      if (player.slow && round % 3 !== 0) continue;
      const { ms } = await player.ask('run');
      player.slow = ms > slowMs;
      if (round >= 0) player.times.push(ms);
    }
  }
  const results = [];
  for (const { name, times, ask } of players) {
    const spread = { runs: times.length, fastest: Math.min(...times), slowest: Math.max(...times) };
    results.push({ name, ms: median(times), times, ...spread, ...(await ask('finish')) });
  }
  return results;
}

async function enter({ name, module, setup }) {
  const child = fork(CONTESTANT, [module, JSON.stringify(setup)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit').then(([code, signal]) =>
    Promise.reject(new Error(`${name} ended with ${code ?? signal}`)),
  );
  ended.catch(() => {});
  const ask = async (command) => {
    if (command !== undefined) child.send(command);
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    return answer;
  };
  await ask();
  return { name, ask, slow: false, times: [] };
}
