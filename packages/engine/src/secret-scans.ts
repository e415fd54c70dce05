import type { Secret } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';
import type { RawSecret, SecretsPart } from '@loadlight/secrets/raw-secret';
import { secretFacts } from '@loadlight/secrets/secret-facts';
import { hashOf } from './fingerprint.js';
import type { PartsPort } from './ports.js';

/** One look at a text. */
interface Look {
  /** Undefined until it is known. */
  found: readonly RawSecret[] | undefined;
  readonly done: Promise<void>;
}

/** The scanner for credentials: a heavy part, fetched when a text first looks as if it held one. */
export class SecretScans {
  private part: Promise<SecretsPart> | undefined;
  /** Of texts that documents hold, as long as they do: an unchanged cell is looked at once. */
  private readonly held = new WeakMap<object, Look>();
  /**
   * The last ones by the text's hash (the text may hold a credential), for a document that is opened again or copied. The oldest go
   * first.
   */
  private readonly lately = new Map<string, Look>();
  private static readonly KEPT = 2000;

  constructor(
    private readonly parts: PartsPort,
    private readonly failed: (reason: string) => void
  ) {}

  /**
   * The facts known now of a text that may hold a secret, or a promise that resolves when they are known. `holder` stands for the text
   * in a document, and is another object for another text.
   */
  facts(holder: object, text: string, document: string, part: Part): readonly Secret[] | Promise<void> {
    const look = this.held.get(holder) ?? this.lookAt(text);
    this.held.set(holder, look);
    return look.found ? secretFacts(look.found, text, document, part) : look.done;
  }

  private lookAt(text: string): Look {
    const key = `${text.length} ${hashOf(text)}`;
    const known = this.lately.get(key);
    if (known) return known;
    const scan = this.scan(text);
    const look: Look = { found: undefined, done: scan.then(found => void (look.found = found)) };
    this.lately.set(key, look);
    const oldest = this.lately.keys().next();
    if (this.lately.size > SecretScans.KEPT && !oldest.done) this.lately.delete(oldest.value);
    return look;
  }

  /** Nothing where the scanner fails, which is told. */
  private async scan(text: string): Promise<readonly RawSecret[]> {
    try {
      this.part ??= this.parts.module('secrets').then(asSecretsPart);
      return await (await this.part).scan(text);
    } catch (error) {
      this.part = undefined;
      this.failed(error instanceof Error ? error.message : String(error));
      return [];
    }
  }
}

function asSecretsPart(exports: unknown): SecretsPart {
  if (typeof exports === 'object' && exports !== null && 'scan' in exports && typeof exports.scan === 'function') {
    return exports as SecretsPart;
  }
  throw new Error('the part "secrets" has no scan function');
}
