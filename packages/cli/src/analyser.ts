import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis } from '@loadlight/engine/analysis';
import { Engine } from '@loadlight/engine/engine';
import { activeEnvironment } from '@loadlight/engine/node/active-environment';
import { NodeFiles } from '@loadlight/engine/node/files';
import { hubCacheFolder } from '@loadlight/engine/node/hub-cache-folder';
import { NodeParts } from '@loadlight/engine/node/parts';
import type { Host } from './host.js';
import { repositoryRoot } from './ignore-files.js';

/** An analysis that keeps finding that more is pending is taken as it is after this many rounds. */
const MAX_ROUNDS = 10;

/** An engine that looks upwards to the repository of the working folder, or to the working folder itself. */
export async function createEngine(host: Host, paths: readonly string[]): Promise<Engine> {
  const environment = activeEnvironment();
  const engine = await Engine.create({
    ...(environment !== undefined && { environment }),
    files: new NodeFiles(),
    parts: new NodeParts(host.parts),
    hubCache: hubCacheFolder()
  });
  const folders = new Set([repositoryRoot(host.cwd) ?? host.cwd]);
  for (const path of paths) {
    const root = repositoryRoot(dirname(path));
    if (root !== undefined) folders.add(root);
    else if (![...folders].some(folder => path.startsWith(folder))) folders.add(dirname(path));
  }
  engine.setFolders([...folders].map(folder => pathToFileURL(folder).href));
  return engine;
}

/** The last word on the open document: waits for what is pending. */
export async function settledAnalysis(engine: Engine, uri: string): Promise<Analysis> {
  let analysis = await engine.analyse(uri);
  for (let round = 0; analysis.pending && round < MAX_ROUNDS; round++) {
    await analysis.pending;
    analysis = await engine.analyse(uri);
  }
  return analysis;
}
