import { UNKNOWN } from '@loadlight/facts/value';
import type { Abstract } from '../abstract.js';
import { canonicalName } from '../catalogue/names.js';
import { isKnownModule } from '../catalogue/known-modules.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import type { Syntax } from '../syntax.js';
import type { Trace, Where } from '../where.js';
import type { WorkspaceModule } from './workspace-module.js';
import type { Found } from './modules.js';

export type ModuleValue = Extract<Abstract, { kind: 'module' }>;

/** Behind everything that the module does. */
const END: Syntax = { type: 'identifier', field: null, start: Infinity, end: Infinity, children: [] };

/** What an import of that qualified name brings, where it is of the workspace. */
export function imported(symbol: string, from: Where, resolver: Resolver, trace: Trace): Abstract | undefined {
  const importer = from.unit.home?.document ?? '';
  const dots = /^\.*/.exec(symbol)?.[0] ?? '';
  const parts = symbol.slice(dots.length).split('.').filter(Boolean);
  // The last part is a name in the module before it, or a module itself.
  for (let count = Math.max(parts.length - 1, dots ? 0 : 1); count <= parts.length; count++) {
    const name = dots + parts.slice(0, count).join('.');
    if (name === '') continue;
    const found = find(name, importer, resolver, trace, parts[count]);
    if (!found) continue;
    let value: Abstract = { kind: 'module', found, name, importer };
    for (const part of parts.slice(count)) {
      if (value.kind !== 'module') return resolver.attributeOf(value, part, trace);
      value = attributeOfModule(value, part, resolver, trace);
    }
    return value;
  }
  return undefined;
}

/** `module.name` */
export function attributeOfModule(of: ModuleValue, name: string, resolver: Resolver, trace: Trace): Abstract {
  const { found, importer } = of;
  if (found !== 'folder') {
    const value = exported(found, name, resolver, trace);
    if (value) return value;
  }
  const full = of.name.endsWith('.') ? of.name + name : `${of.name}.${name}`;
  const inside = find(full, importer, resolver, trace);
  if (inside) return { kind: 'module', found: inside, name: full, importer };
  if (found !== 'folder') {
    const document = found.document;
    const own = find(`.${name}`, document, resolver, trace);
    if (own) return { kind: 'module', found: own, name: `.${name}`, importer: document };
    // What has a known module's name and not its functions, is not that module.
    if (isKnownModule(full.split('.')[0] ?? '') && !found.isOpen) return UNKNOWN;
  }
  return of.name.startsWith('.') ? UNKNOWN : { kind: 'symbol', name: canonicalName(full) };
}

/** What a star import (or `%run`) of that module makes of the bare name. */
export function fromStar(
  module: string,
  name: string,
  from: Where,
  resolver: Resolver,
  trace: Trace
): Abstract | undefined {
  const found = resolver.modules.findStar(module, from.unit.home?.document ?? '', name, trace);
  return found && exported(found, name, resolver, trace);
}

/** The value that the name has in the module once that has run; undefined where it has none. */
function exported(module: WorkspaceModule, name: string, resolver: Resolver, trace: Trace): Abstract | undefined {
  return trace.once<Abstract | undefined>(`${module.document}\n${name}`, undefined, () => {
    const last = module.binds(name) ? module.home.namespace.bindings(name).at(-1) : undefined;
    if (last) {
      const where: Where = { unit: last.unit, scope: namesOf(last.unit).module, branches: [] };
      return resolver.name(name, END, where, trace);
    }
    for (const star of module.stars) {
      const found = resolver.modules.findStar(star, module.document, name, trace);
      if (found) return exported(found, name, resolver, trace);
    }
    return undefined;
  });
}

function find(name: string, importer: string, resolver: Resolver, trace: Trace, wanted?: string): Found | undefined {
  return resolver.modules.find(name, importer, trace, wanted);
}
