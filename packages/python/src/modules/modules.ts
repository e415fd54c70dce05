import type { LooksOfStrings } from '../program.js';
import type { WorkspaceModule } from './workspace-module.js';

/** What a name in an import stands for: a module, or a folder of modules without an `__init__.py`. */
export type Found = WorkspaceModule | 'folder';

/** The modules of the workspace that one program can reach. Says the same for as long as it lives. */
export interface Modules {
  /**
   * What the name means in that document, relative names with their dots; `importer` is empty for the program itself.
   * `toCall`: only modules that load or download something, themselves or through others, are asked for, and those that hand
   * on the module of the catalogue that `wanted` is imported as.
   */
  find(name: string, importer: string, toCall: boolean, wanted?: string): Found | undefined;
  /** The module in which the name is bound that a star import of that module (or a `%run` of it) brings, if it does. */
  findStar(module: string, importer: string, name: string, toCall: boolean): WorkspaceModule | undefined;
  /** The module that the name in an import (or a `%run`) of the program stands for, where running it may bring files. */
  running(name: string): WorkspaceModule | undefined;
  /** Names that something which may load can be called by. */
  readonly names: ReadonlySet<string>;
  /** What strings in the modules look like. */
  readonly strings: LooksOfStrings;
}

export const NO_MODULES: Modules = {
  find: () => undefined,
  findStar: () => undefined,
  running: () => undefined,
  names: new Set(),
  strings: { drawn: false, chosen: false }
};
