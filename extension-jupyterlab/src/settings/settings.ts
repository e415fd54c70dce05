import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { pathOfUri } from '../files/uris.js';
import type { KernelVersions } from '../kernel/kernel-versions.js';
import type { PackageVersions } from '../kernel/version-line.js';
import { type ISignal, Signal } from '@lumino/signaling';
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  type ProtocolConnection
} from 'vscode-languageserver-protocol';

/** What the user can set; the same names as everywhere. */
export interface LoadlightSettings {
  readonly enable: boolean;
  readonly versions: Readonly<Record<string, string>>;
}

const DEFAULTS: LoadlightSettings = { enable: true, versions: {} };

/** The user's settings, and the server's questions about them. */
export class SettingsService {
  private current = DEFAULTS;
  /** As they stand in the files: the server says what is wrong with them. */
  private given: Readonly<Record<string, unknown>> = { ...DEFAULTS };
  private refused: string | undefined;
  private readonly changes = new Signal<this, void>(this);
  private readonly loaded: Promise<void>;

  /** `running` is told when a setting changes. */
  constructor(
    registry: ISettingRegistry | null,
    plugin: string,
    private readonly running: () => ProtocolConnection | undefined,
    private readonly kernels: KernelVersions
  ) {
    kernels.changed.connect(() => this.tell());
    this.loaded = registry ? this.load(registry, plugin) : Promise.resolve();
  }

  /** Findings are shown at all. */
  get enable(): boolean {
    return this.current.enable;
  }
  /** Why the user's settings are not used; undefined where they are. */
  get problem(): string | undefined {
    return this.refused;
  }
  get changed(): ISignal<this, void> {
    return this.changes;
  }

  /** Answers `workspace/configuration`: our section, the same for every document but for what its kernel said. */
  serve(connection: ProtocolConnection): void {
    connection.onRequest(ConfigurationRequest.type, async ({ items }) => {
      await this.loaded;
      return items.map(({ section, scopeUri }) => pick({ ...this.given, ...this.kernelOf(scopeUri) }, section));
    });
  }

  private kernelOf(uri: string | undefined): { kernelVersions?: PackageVersions } {
    const answer = uri === undefined ? undefined : this.kernels.of(pathOfUri(uri));
    return answer?.kind === 'known' ? { kernelVersions: answer.versions } : {};
  }

  /** Has the server ask again. */
  private tell(): void {
    const params = { settings: { loadlight: this.given } };
    void this.running()?.sendNotification(DidChangeConfigurationNotification.type, params);
  }

  private async load(registry: ISettingRegistry, plugin: string): Promise<void> {
    try {
      const settings = await registry.load(plugin);
      const read = (): void => {
        const { enable, versions } = settings.composite;
        this.given = { enable, versions };
        this.current = toSettings(settings.composite);
      };
      read();
      this.changes.emit();
      settings.changed.connect(() => {
        read();
        this.changes.emit();
        this.tell();
      });
    } catch (error) {
      console.warn('Loadlight: the settings could not be read; defaults are used', error);
      this.refused = reasonOf(error);
      this.changes.emit();
    }
  }
}

/** What JupyterLab says of settings that do not fit their schema: which, and what they must be. */
function reasonOf(error: unknown): string {
  const [first] = Array.isArray(error) ? (error as unknown[]) : [error];
  const { instancePath = '', message = String(first) } = (first ?? {}) as { instancePath?: string; message?: string };
  return `${instancePath.slice(1).replaceAll('/', '.')} ${message}`.trim();
}

/** Settings as they are used here, whatever stands in the files. */
function toSettings({ enable, versions }: Readonly<Record<string, unknown>>): LoadlightSettings {
  const entries = typeof versions === 'object' && versions !== null ? Object.entries(versions) : [];
  return {
    enable: typeof enable === 'boolean' ? enable : DEFAULTS.enable,
    versions: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  };
}

function pick(settings: Readonly<Record<string, unknown>>, section: string | undefined): unknown {
  if (section === undefined || section === '') return { loadlight: settings };
  const [root, name] = section.split('.');
  if (root !== 'loadlight') return null;
  if (name === undefined) return settings;
  return name === 'enable' || name === 'versions' ? settings[name] : null;
}
