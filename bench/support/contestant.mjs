/**
 * The process of one contestant. Its module exports `prepare(setup)`, which gives
 * `run(input)`, the work that is timed, `next()`, which makes its input beforehand if it needs any,
 * and `finish(last)`, which describes the last run's outcome afterwards;
 * `finish` may say in `moreMemory` how many MB other processes took on its behalf.
 */
const [module, setup] = process.argv.slice(2);
const { prepare } = await import(module);
const { next = () => {}, run, finish } = await prepare(JSON.parse(setup));
let last;

process.on('message', async (command) => {
  if (command === 'run') {
    const input = await next();
    const start = performance.now();
    last = await run(input);
    process.send({ ms: performance.now() - start });
    return;
  }
  const { moreMemory = 0, ...outcome } = await finish(last);
  process.send({ ...outcome, peakMB: process.resourceUsage().maxRSS / 1024 + moreMemory }, () => process.exit());
});
process.send('ready');
