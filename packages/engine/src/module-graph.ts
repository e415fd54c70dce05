import type { Found, Modules } from '@loadlight/python/modules/modules';
import { isKnownModule } from '@loadlight/python/catalogue/known-modules';
import { tellingNames, type TellingNames } from '@loadlight/python/modules/telling-names';
import type { LooksOfStrings } from '@loadlight/python/program';
import type { WorkspaceModule } from '@loadlight/python/modules/workspace-module';

/** So many modules are followed for one program, and so deep do they import each other. */
const MAX_MODULES = 200;
const MAX_DEPTH = 3;

const NO_NAMES: TellingNames = { called: new Set(), classes: new Set() };

/** A name of an import, found; what it stands for may still have to be read. */
export interface Resolved {
  readonly uri: string;
  readonly found: Found | 'reading';
}

/** An import's name and what it stands for. */
export interface Link {
  readonly name: string;
  readonly hit: Resolved;
}

/** The modules that one document reaches, nearest first, and which of them load or download something. */
export class ModuleGraph implements Modules {
  /** What was found, by importing document and name. */
  readonly byName = new Map<string, Found>();
  /** Every file that is part of it. */
  readonly uris = new Set<string>();
  private told: TellingNames | undefined;
  /** By star import and name, where that is bound. */
  private readonly stars = new Map<string, WorkspaceModule | undefined>();
  private readonly telling: ReadonlySet<Found>;
  private handed: Set<string> | undefined;
  private looks: LooksOfStrings | undefined;

  constructor(names: readonly string[], imports: Imports) {
    const found = new Set<WorkspaceModule>();
    const reading = new Set<string>();
    const importers = new Map<WorkspaceModule, Set<WorkspaceModule>>();
    const room = (): number => MAX_MODULES - found.size - reading.size;
    let level: readonly (WorkspaceModule | undefined)[] = [undefined];
    for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
      const next: WorkspaceModule[] = [];
      for (const importer of level) {
        const key = importer?.document ?? '';
        for (const { name, hit } of importer ? imports.links(importer, room()) : ownLinks(names, imports, room)) {
          const module = hit.found;
          if (module === 'reading') {
            reading.add(hit.uri);
            continue;
          }
          if (module === 'folder') {
            this.byName.set(keyOf(name, key), module);
            continue;
          }
          if (!found.has(module)) {
            if (found.size >= MAX_MODULES) continue;
            found.add(module);
            this.uris.add(hit.uri);
            next.push(module);
          }
          this.byName.set(keyOf(name, key), module);
          if (importer) importers.set(module, (importers.get(module) ?? new Set()).add(importer));
        }
      }
      level = next;
    }
    this.telling = spread(
      [...found].filter(module => module.mayLoad),
      importers
    );
  }

  /** Worked out when it is first asked for: most graphs are replaced while modules are still being read. */
  get names(): ReadonlySet<string> {
    return this.tellingNames.called;
  }

  private get tellingNames(): TellingNames {
    if (!this.told) {
      const modules = [...this.telling].filter(module => module !== 'folder');
      const [first] = modules;
      this.told = first
        ? tellingNames(
            modules.map(module => module.blocks),
            first.vocabulary
          )
        : NO_NAMES;
    }
    return this.told;
  }

  /** Of the modules that the document itself imports: what those hand on is rarely a credential. */
  get strings(): LooksOfStrings {
    this.looks ??= looksOf(
      [...this.byName].flatMap(([key, found]) => (found !== 'folder' && key.startsWith('\n') ? [found] : []))
    );
    return this.looks;
  }

  find(name: string, importer: string, toCall: boolean, wanted = ''): Found | undefined {
    const found = this.byName.get(keyOf(name, importer));
    if (!found || !toCall || found === 'folder' || this.telling.has(found)) return found;
    if (found.handedOn.has(wanted)) return found;
    // What hides a module of the catalogue counts though nothing loads in it.
    return isKnownModule(name.split('.')[0] ?? '') ? found : undefined;
  }

  findStar(module: string, importer: string, name: string, toCall: boolean): WorkspaceModule | undefined {
    if (toCall && !this.names.has(name) && !this.tellingNames.classes.has(name) && !this.isHandedOn(name))
      return undefined;
    const key = `${importer}\n${module}\n${name}\n${toCall}`;
    if (!this.stars.has(key)) this.stars.set(key, this.binder(module, importer, name, toCall, new Set()));
    return this.stars.get(key);
  }

  private binder(
    module: string,
    importer: string,
    name: string,
    toCall: boolean,
    seen: Set<Found>
  ): WorkspaceModule | undefined {
    const found = this.byName.get(keyOf(module, importer));
    if (!found || found === 'folder' || seen.has(found) || !this.mayHave(found, name, toCall)) return undefined;
    seen.add(found);
    if (!module.startsWith('%run') && !found.isPublic(name)) return undefined;
    if (found.binds(name)) return found;
    for (const star of found.stars) {
      const inner = this.binder(star, found.document, name, toCall, seen);
      if (inner) return inner;
    }
    return undefined;
  }

  running(name: string): WorkspaceModule | undefined {
    const found = this.byName.get(keyOf(name, ''));
    if (!found || found === 'folder' || !this.telling.has(found)) return undefined;
    return found.mayBring(this.names, name.startsWith('%run')) ? found : undefined;
  }

  /** Some module has the name from an import of a module that the catalogue knows. */
  private isHandedOn(name: string): boolean {
    if (!this.handed) {
      this.handed = new Set();
      for (const found of this.byName.values())
        if (found !== 'folder') for (const one of found.handedOn) this.handed.add(one);
    }
    return this.handed.has(name);
  }

  /** What is to be called is looked for only where something loads, unless it is a module that is handed on. */
  private mayHave(found: WorkspaceModule, name: string, toCall: boolean): boolean {
    return !toCall || this.telling.has(found) || this.isHandedOn(name);
  }

  isSameAs(other: Modules): boolean {
    if (!(other instanceof ModuleGraph) || other.byName.size !== this.byName.size) return false;
    for (const [key, found] of this.byName) if (other.byName.get(key) !== found) return false;
    return true;
  }
}

/** What names in imports stand for. */
interface Imports {
  /** A name in the document itself; `mayRead`: what is not known yet is read. */
  resolve(name: string, mayRead: boolean): Resolved | undefined;
  /** The imports of a module; only so many files and folders that are not known yet are read. */
  links(module: WorkspaceModule, room: number): readonly Link[];
}

/** What would be too much is not read for this document; what is known all the same may be named. */
function* ownLinks(names: readonly string[], imports: Imports, room: () => number): Iterable<Link> {
  for (const name of names) {
    const hit = imports.resolve(name, room() > 0);
    if (hit) yield { name, hit };
  }
}

function looksOf(modules: readonly WorkspaceModule[]): LooksOfStrings {
  const all = modules.map(({ strings }) => strings);
  return { drawn: all.some(({ drawn }) => drawn), chosen: all.some(({ chosen }) => chosen) };
}

function keyOf(name: string, importer: string): string {
  return `${importer}\n${name}`;
}

/** With those that import them, directly or through others. */
function spread(
  from: readonly WorkspaceModule[],
  importers: ReadonlyMap<WorkspaceModule, ReadonlySet<WorkspaceModule>>
): Set<Found> {
  const reached = new Set<Found>(from);
  const queue = [...from];
  for (let one = queue.pop(); one; one = queue.pop()) {
    for (const importer of importers.get(one) ?? []) {
      if (reached.has(importer)) continue;
      reached.add(importer);
      queue.push(importer);
    }
  }
  return reached;
}
