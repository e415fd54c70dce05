import type { Secret } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';
import type { RawSecret, SecretsPart } from '@loadlight/secrets/raw-secret';
import { secretFacts } from '@loadlight/secrets/secret-facts';
import { hashOf } from './fingerprint.js';
import type { PartsPort } from './ports.js';

const NONE: readonly RawSecret[] = [];

/** The scanner for credentials: a heavy part, fetched when a text first looks as if it held one. */
export class SecretScans {
  private part: Promise<SecretsPart> | undefined;
  /**
   * Results by the text's hash (the text may hold a credential), so that an unchanged cell is scanned once. Bounded: the oldest go first.
   * A document that has more texts than are kept would never be done, so it is more than a notebook may hold cells.
   */
  private readonly results = new Map<string, readonly RawSecret[] | Promise<readonly RawSecret[]>>();
  private static readonly KEPT = 200_000;

  constructor(
    private readonly parts: PartsPort,
    private readonly failed: (reason: string) => void
  ) {}

  /** The facts known now of a text that may hold a secret, or a promise that resolves when they are known. */
  facts(text: string, document: string, part: Part): readonly Secret[] | Promise<void> {
    const key = `${text.length} ${hashOf(text)}`;
    const known = this.results.get(key);
    if (known instanceof Promise) return known.then(() => undefined);
    if (known) return secretFacts(known, text, document, part);
    const scan = this.scan(text, key);
    this.keep(key, scan);
    return scan.then(() => undefined);
  }

  private async scan(text: string, key: string): Promise<readonly RawSecret[]> {
    try {
      this.part ??= this.parts.module('secrets').then(asSecretsPart);
      const found = await (await this.part).scan(text);
      this.keep(key, found);
      return found;
    } catch (error) {
      this.part = undefined;
      this.failed(error instanceof Error ? error.message : String(error));
      this.keep(key, NONE);
      return NONE;
    }
  }

  private keep(key: string, result: readonly RawSecret[] | Promise<readonly RawSecret[]>): void {
    this.results.set(key, result);
    if (this.results.size <= SecretScans.KEPT) return;
    const oldest = this.results.keys().next();
    if (!oldest.done) this.results.delete(oldest.value);
  }
}

function asSecretsPart(exports: unknown): SecretsPart {
  if (typeof exports === 'object' && exports !== null && 'scan' in exports && typeof exports.scan === 'function') {
    return exports as SecretsPart;
  }
  throw new Error('the part "secrets" has no scan function');
}
