/** What a user can set for a document. */
export interface Settings {
  /** Findings are shown at all. */
  readonly enable: boolean;
  /** False where nobody vouches for the folder: then its configuration cannot turn anything off. */
  readonly trusted: boolean;
  /** The document is looked at even where the configuration excludes it: the user named it. */
  readonly evenIfExcluded: boolean;
  /** Installed versions by package name, where the user says so: `{"torch": "2.4"}` or `{"torch": ">=2.6"}`. */
  readonly versions: Readonly<Record<string, string>>;
  /** What the document's running kernel said when the user asked it; like `versions`. */
  readonly kernelVersions: Readonly<Record<string, string>>;
  /** URI of the folder of the Python environment that the user chose for the document. */
  readonly environment: string | undefined;
}

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  trusted: true,
  evenIfExcluded: false,
  versions: {},
  kernelVersions: {},
  environment: undefined
};
