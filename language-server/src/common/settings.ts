import type { Engine } from '@loadlight/engine/engine';
import type { Settings } from '@loadlight/engine/settings';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import type { Message } from '@loadlight/facts/message';
import { settingMistakes } from './setting-mistakes.js';

/** What a client sent under `loadlight`, as settings; whatever is missing or of the wrong kind is the default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const { enable, trusted, versions, kernelVersions, environment } = given;
  return {
    ...DEFAULT_SETTINGS,
    enable: typeof enable === 'boolean' ? enable : DEFAULT_SETTINGS.enable,
    trusted: typeof trusted === 'boolean' ? trusted : DEFAULT_SETTINGS.trusted,
    versions: texts(versions),
    kernelVersions: texts(kernelVersions),
    environment: typeof environment === 'string' ? environment : DEFAULT_SETTINGS.environment
  };
}

/** The record's texts; none where it is no record. */
function texts(value: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** How long a document waits for a client to say its settings; in milliseconds. Then the defaults hold until it does. */
const LONGEST_WAIT = 1000;

interface Asked {
  /** Resolves when the engine knows the settings. */
  readonly answered: Promise<void>;
  /** Nobody waits any more. */
  late: boolean;
}

/** Gives the engine each document's settings before its first analysis, and again when they change. */
export class SettingsOfDocuments {
  private readonly asked = new Map<string, Asked>();
  private readonly wrong = new Map<string | undefined, readonly Message[]>();

  constructor(
    private readonly engine: Pick<Engine, 'setSettings'>,
    /** The document's settings from the client; undefined where the client is not asked. */
    private readonly ask: ((uri: string) => Promise<unknown>) | undefined,
    /** Called when settings came after the document was analysed without. */
    private readonly cameLate: (uri: string) => void
  ) {}

  /** Resolves when the engine knows the document's settings, or when the client takes too long to say them. */
  async prepare(uri: string): Promise<void> {
    if (!this.ask) return;
    const asked = this.asked.get(uri) ?? this.fetch(uri, this.ask);
    if (asked.late) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>(resolve => {
      timer = setTimeout(() => {
        asked.late = true;
        resolve();
      }, LONGEST_WAIT);
    });
    await Promise.race([asked.answered, waited]);
    clearTimeout(timer);
  }

  /** Asks again before the next analysis; a client that is not asked sends the settings along. */
  changed(sent: unknown): void {
    this.asked.clear();
    if (this.ask) return;
    this.wrong.set(undefined, settingMistakes(sent));
    this.engine.setSettings(readSettings(sent));
  }

  /** What is wrong in the settings that hold for the document, in sentences. */
  mistakes(uri: string): readonly Message[] {
    return this.wrong.get(this.ask ? uri : undefined) ?? [];
  }

  close(uri: string): void {
    this.asked.delete(uri);
    this.wrong.delete(uri);
  }

  private fetch(uri: string, ask: (uri: string) => Promise<unknown>): Asked {
    const answered = ask(uri).then(
      value => {
        if (this.asked.get(uri) === asked) this.take(uri, value, asked.late);
      },
      () => undefined
    );
    const asked: Asked = { answered, late: false };
    this.asked.set(uri, asked);
    return asked;
  }

  private take(uri: string, value: unknown, late: boolean): void {
    this.wrong.set(uri, settingMistakes(value));
    this.engine.setSettings(readSettings(value), uri);
    if (late) this.cameLate(uri);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
