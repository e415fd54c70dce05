import type { BytesPart, ModulePart, PartsPort } from '@loadlight/engine/ports';
import type { InitializationOptions, PartSource } from '@loadlight/protocol/initialization';
import type { WorkerScope } from './worker-scope.js';

/**
 * Heavy parts of a worker, from where the client says: by address, as bytes that came along, or from the client itself. A worker
 * started from a Blob cannot resolve addresses by itself, so there are no others.
 */
export class WorkerParts implements PartsPort {
  private readonly modules = new Map<ModulePart, Promise<unknown>>();

  constructor(
    private readonly sources: NonNullable<InitializationOptions['parts']>,
    private readonly scope: WorkerScope,
    /** The part's bytes, from the client. */
    private readonly ask: (name: string) => Promise<Uint8Array>
  ) {}

  async bytes(name: BytesPart): Promise<Uint8Array> {
    const source = await this.source(name);
    if ('bytes' in source) return new Uint8Array(source.bytes);
    const response = await fetch(source.url);
    if (!response.ok) throw new Error(`${name} could not be fetched: the answer was ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** One that failed is tried again when it is next asked for. */
  module(name: ModulePart): Promise<unknown> {
    const before = this.modules.get(name);
    if (before) return before;
    const loading = this.load(name);
    this.modules.set(name, loading);
    loading.catch(() => this.modules.delete(name));
    return loading;
  }

  private async load(name: ModulePart): Promise<unknown> {
    const source = await this.source(name);
    // Fetched first where it can be: importScripts would hold the worker up until the script is here.
    const script = 'bytes' in source ? new Uint8Array(source.bytes) : await fetchScript(source.url);
    const url = script ? URL.createObjectURL(new Blob([script], { type: 'text/javascript' })) : undefined;
    try {
      this.scope.importScripts(url ?? ('url' in source ? source.url : ''));
    } finally {
      if (url) URL.revokeObjectURL(url);
    }
    const exports = this.scope.loadlightParts?.[name];
    if (exports === undefined) throw new Error(`${name} was fetched, but holds nothing`);
    return exports;
  }

  private async source(name: string): Promise<Exclude<PartSource, { readonly asked: true }>> {
    const source = this.sources[name];
    if (!source) throw new Error(`the editor did not say where ${name} is`);
    return 'asked' in source ? { bytes: await this.ask(name) } : source;
  }
}

/** Undefined where a policy of the page forbids fetching what importScripts may load. */
async function fetchScript(url: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await fetch(url).catch(() => undefined);
  if (!response) return undefined;
  if (!response.ok) throw new Error(`the answer was ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
