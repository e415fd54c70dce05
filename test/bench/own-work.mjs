const INTERVAL_MICROSECONDS = 200;

/**
 * What a page's main thread did in the extension's own files while `work` ran, by Chromium's sampling profiler: milliseconds in
 * all, counting what these called, and by function, the most first.
 */
export async function ownWork(page, work) {
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval: INTERVAL_MICROSECONDS });
  await client.send('Profiler.start');
  await work();
  const { profile } = await client.send('Profiler.stop');
  await client.detach();
  const byId = new Map(profile.nodes.map(node => [node.id, node]));
  const owner = ownersOf(profile.nodes, byId);
  const spent = new Map();
  let total = 0;
  profile.samples.forEach((id, i) => {
    const own = owner.get(id);
    if (own === undefined) return;
    const ms = (profile.timeDeltas[i] ?? 0) / 1000;
    total += ms;
    spent.set(own, (spent.get(own) ?? 0) + ms);
  });
  return { total, functions: [...spent].sort(([, a], [, b]) => b - a) };
}

/** For each call, the innermost function of ours that it is or was called by. */
function ownersOf(nodes, byId) {
  const owners = new Map();
  const visit = (node, above) => {
    const { url, functionName, lineNumber, columnNumber } = node.callFrame;
    const isOwn = url.includes('/@loadlight/jupyterlab/');
    const own = isOwn ? `${functionName || '(nameless)'} ${url.split('/').pop()}:${lineNumber}:${columnNumber}` : above;
    if (own !== undefined) owners.set(node.id, own);
    for (const child of node.children ?? []) visit(byId.get(child), own);
  };
  visit(nodes[0], undefined);
  return owners;
}
