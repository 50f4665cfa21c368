/** What a page holds after garbage was collected: MB of JavaScript, nodes of documents alive, listeners on them. */
export async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapMB: usedSize / 1e6, nodes, listeners: jsEventListeners };
}
