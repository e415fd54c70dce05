import type { Bounds } from '@loadlight/facts/recently-used';

/** What a folder or file is; `size` in bytes. */
export interface FileStat {
  readonly kind: 'file' | 'directory';
  readonly size: number;
  /** When it was written last, in milliseconds since 1970; undefined where the host does not say. */
  readonly modified?: number;
}

/** What this host's files can do. */
export interface FileCapabilities {
  /** Parts of a file can be read without the whole. */
  readonly ranges: boolean;
  readonly watch: boolean;
  /** The largest file, in bytes, that is read where ranges are missing. */
  readonly maxWhole: number;
  readonly write: boolean;
}

/** Files by URI. The engine reads through this and nothing else. */
export interface FilesPort {
  readonly capabilities: FileCapabilities;
  /** Undefined where nothing is there or it may not be read. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** Up to `length` bytes from byte `offset`; rejects where the file cannot be read. */
  read(uri: string, offset: number, length: number): Promise<Uint8Array>;
  /** Names in a folder; empty where it cannot be read. */
  list(uri: string): Promise<readonly { readonly name: string; readonly kind: 'file' | 'directory' }[]>;
  /** Calls back with the URI of every file that changed, from now on. */
  changed(listener: (uri: string) => void): void;
}

/** Heavy parts by name, fetched on first use: `secrets` and `scripts` are scripts, the others bytes. */
export type BytesPart = 'web-tree-sitter.wasm' | 'tree-sitter-python.wasm';
export type ModulePart = 'secrets' | 'scripts';

export interface PartsPort {
  bytes(name: BytesPart): Promise<Uint8Array>;
  /** The exports of the part's script. Rejects where it cannot be fetched; the engine then says so and goes on without. */
  module(name: ModulePart): Promise<unknown>;
}

/** Works out SHA-256, of what comes in order and is `size` bytes together, as 64 hexadecimal digits. */
export interface ChecksumPort {
  readonly sha256: (chunks: AsyncIterable<Uint8Array>, size: number) => Promise<string>;
  /** The largest file that it takes, in bytes. */
  readonly most: number;
  /** Where these know a file, they read it rather than the other port: parts of any size. */
  readonly files?: FilesPort;
}

export interface Ports {
  readonly files: FilesPort;
  readonly parts: PartsPort;
  /** So much text of modules is kept beside what open documents reach, where it is not what is right for an editor. */
  readonly modules?: Bounds;
  /** Where the checksum of a file can be worked out for a fix that is made; without it none is offered. */
  readonly checksums?: ChecksumPort;
  /** URI of the user's own cache of the Hugging Face hub, where this host can read it. */
  readonly hubCache?: string;
  /** Who applies the engine's edits can apply them to files that are not open, too, and make files. */
  readonly editsAnyFile?: boolean;
  /** URI of the Python environment that is active where the host runs, for documents that name none. */
  readonly environment?: string;
  /** Who applies the engine's fixes asks the user for what only they know, see `withAnswer`. */
  readonly asksUser?: boolean;
  /** Hears of files that were passed over, for a log. */
  readonly log?: (line: string) => void;
  /** Who applies the engine's edits applies those of `.env` and `.gitignore`, too, makes them where they are missing, and saves them. */
  readonly keepsVariables?: boolean;
  /** Who applies the engine's fixes can take stored outputs away. */
  readonly clearsOutputs?: boolean;
  /** Who applies the engine's changes can write the metadata of a cell. */
  readonly editsCellMetadata?: boolean;
}
