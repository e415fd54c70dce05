import { dirname, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analysis } from '@loadlight/engine/analysis';
import { Engine } from '@loadlight/engine/engine';
import { activeEnvironment } from '@loadlight/engine/node/active-environment';
import { NODE_CHECKSUMS } from '@loadlight/engine/node/checksums';
import { NodeFiles } from '@loadlight/engine/node/files';
import { hubCacheFolder } from '@loadlight/engine/node/hub-cache-folder';
import { NodeParts } from '@loadlight/engine/node/parts';
import { repositoryRoot } from './ignore-files.js';

/** An analysis that keeps finding that more is pending is taken as it is after this many rounds. */
const MAX_ROUNDS = 10;

/** Files of one package import each other: their texts are kept, but not the syntax of all of them. */
const MODULES = { count: 20_000, weight: 64_000_000 };

/**
 * An engine that looks upwards to these folders, and no further. With `reviews` it offers what only whoever reviews a fix wants:
 * edits of `.env`, which show a credential, and checksums, for which files are read whole.
 */
export async function createEngine(
  parts: string,
  folders: readonly string[],
  { reviews = false } = {}
): Promise<Engine> {
  const environment = activeEnvironment();
  const engine = await Engine.create({
    ...(environment !== undefined && { environment }),
    files: new NodeFiles(),
    parts: new NodeParts(parts),
    modules: MODULES,
    clearsOutputs: true,
    keepsVariables: reviews,
    ...(reviews && { checksums: NODE_CHECKSUMS }),
    hubCache: hubCacheFolder()
  });
  engine.setFolders(folders.map(folder => pathToFileURL(folder).href));
  return engine;
}

/** The repositories of the working folder and of these files; where there is none, the folder itself. */
export function workspaceFolders(cwd: string, paths: readonly string[]): string[] {
  const folders = new Set([repositoryRoot(cwd) ?? cwd]);
  for (const folder of new Set(paths.map(path => dirname(path)))) {
    const root = repositoryRoot(folder);
    if (root !== undefined) folders.add(root);
    else if (![...folders].some(other => folder === other || folder.startsWith(other + sep))) folders.add(folder);
  }
  return [...folders];
}

/** The last word on the open document: waits for what is pending. */
export async function settledAnalysis(engine: Engine, uri: string): Promise<Analysis> {
  await engine.gather(uri);
  let analysis = await engine.analyse(uri);
  for (let round = 0; analysis.pending && round < MAX_ROUNDS; round++) {
    await analysis.pending;
    analysis = await engine.analyse(uri);
  }
  return analysis;
}
