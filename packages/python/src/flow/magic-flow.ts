import { effectsOf, type Surroundings } from '@loadlight/shell/effects-of';
import { toValue } from '../abstract.js';
import type { Draft, UnitFacts } from '../facts/draft.js';
import type { Resolver } from '../resolver.js';
import { newScope } from '../scope.js';
import type { Unit } from '../unit.js';
import { Trace, type Where } from '../where.js';
import { environmentDraft } from './environment.js';
import type { FileEvent, FilePoint } from './file-event.js';
import { normalise } from './file-path.js';
import type { MagicCommand } from './magic-unit.js';
import { fetchDraft } from './seen-fetch.js';
import { flowOfShell, shellText } from './shell-flow.js';

/** Everything that a magic or shell line says. */
export function factsOfMagic(unit: Unit, command: MagicCommand, resolver: Resolver): UnitFacts {
  const trace = new Trace();
  const where: Where = { unit, scope: unit.names?.module ?? newScope('module', undefined), branches: [] };
  const python: Surroundings = {
    variable: () => undefined,
    python: (_, start) => {
      const node = command.expressions.get(start);
      return node && shellText(toValue(resolver.resolve(node, where, trace)));
    }
  };
  const around: Surroundings = { ...python, variable: (_, start) => python.python('', start) };
  const whole: FilePoint = { site: { unit, start: 0, end: unit.text.length }, scope: undefined };
  const { magic } = command;
  const events: FileEvent[] = [];
  const drafts: Draft[] = [];
  if (magic.name === 'cd') events.push({ kind: 'folder', ...whole, path: folderOf(magic.body) });
  else if (magic.name === 'env' || magic.name === 'set_env') {
    const [, name, value = ''] = /^([A-Za-z_]\w*)(?:=|\s+)(.*)$/.exec(magic.body.trim()) ?? [];
    if (name !== undefined) drafts.push(environmentDraft(name, { kind: 'literal', value: value.trim() }, whole.site));
  } else if (magic.kind === 'cell' && (magic.name === 'writefile' || magic.name === 'file')) {
    const path = magic.argument.split(/\s+/).find(word => !word.startsWith('-'));
    const source = { origin: { kind: 'written-here' as const }, subject: undefined };
    if (path) {
      const held = { path: normalise(path), folder: false, local: false, sources: [source], conditional: false };
      events.push({ kind: 'holds', ...whole, ...held });
    }
  } else {
    const at = (effect: { readonly start: number; readonly end: number }): FilePoint => ({
      site: {
        unit,
        start: Math.max(0, effect.start + command.shift),
        end: Math.min(unit.text.length, effect.end + command.shift)
      },
      scope: undefined
    });
    const flow = flowOfShell(effectsOf(command.script, around), at, command.conditional);
    events.push(...flow.events);
    for (const { fetch, point } of flow.fetches) drafts.push(fetchDraft(fetch, point, undefined, () => [], 'certain'));
  }
  return { drafts, files: events, reads: trace.reads };
}

/** Where `%cd` leads; undefined where that is decided at run time. */
function folderOf(body: string): string | undefined {
  const path = body
    .trim()
    .replace(/^-q\s+/, '')
    .replace(/^(['"])(.*)\1$/, '$2');
  return path === '' ? '~' : /[{$*?]|^-/.test(path) ? undefined : path;
}
