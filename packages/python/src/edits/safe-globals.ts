import { alternatives, type Abstract } from '../abstract.js';
import type { PythonProgram } from '../program.js';
import type { Change } from './change.js';
import { callsOf, type FoundCall } from './find-call.js';
import { memberName, moduleName } from './imports.js';
import { wrapStatement } from './statement-lines.js';
import { sameFile, fileCall } from './file-calls.js';

/** Deeper in what is saved no class is looked for. */
const MAX_DEPTH = 4;

/** Library classes that hold plain data and are often saved with weights. */
const PLAIN_CLASSES: ReadonlySet<string> = new Set([
  'argparse.Namespace',
  'types.SimpleNamespace',
  'datetime.datetime',
  'datetime.date',
  'datetime.timedelta',
  'decimal.Decimal',
  'fractions.Fraction',
  'uuid.UUID'
]);

/**
 * `with torch.serialization.safe_globals([…]):` around the statement that loads. Listed are the classes whose objects the
 * program saves to the same file; undefined where it saves none, as nobody knows then what to list.
 */
export function trustSavedClasses(program: PythonProgram, call: FoundCall): Change[] | undefined {
  if (!program.once('classes in torch.save', () => savesClasses(program))) return undefined;
  const { unit, where } = call;
  const torch = moduleName(program, 'torch', unit, where.scope);
  const changes: Change[] = [...torch.changes];
  const load = fileCall(program, call, 'torch.load');
  const saved = load ? sameFile(program, load, 'torch.save').map(one => one.arguments.get('obj')?.abstract) : [];
  const names = new Set<string>();
  for (const value of saved.flatMap(one => (one ? classesIn(one) : []))) {
    if (value.kind === 'class') {
      if (program.resolver.moduleBindings(value.name).length === 1) names.add(value.name);
      continue;
    }
    const { module, name } = value;
    const member = memberName(program, module, name, unit, where.scope);
    names.add(member.name);
    changes.push(...member.changes);
  }
  if (names.size === 0) return undefined;
  const list = [...names].join(', ');
  const wrapped = wrapStatement(program, call, `with ${torch.name}.serialization.safe_globals([${list}]):`);
  return wrapped && [...changes, ...wrapped];
}

/** Some call of the program saves an object of a class that can be named. */
function savesClasses(program: PythonProgram): boolean {
  return callsOf(program, 'torch.save').some(call => {
    const saved = fileCall(program, call, 'torch.save')?.arguments.get('obj');
    return saved !== undefined && classesIn(saved.abstract).length > 0;
  });
}

type SavedClass =
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'member'; readonly module: string; readonly name: string };

/** The classes whose objects the value is or holds. */
function classesIn(value: Abstract, depth = 0): SavedClass[] {
  if (depth > MAX_DEPTH) return [];
  return alternatives(value).flatMap((one): SavedClass[] => {
    switch (one.kind) {
      case 'instance':
        return [{ kind: 'class', name: one.of.cls.name }];
      case 'dict':
        return [...one.entries.values()].flatMap(entry => classesIn(entry.value, depth + 1));
      case 'list':
        return one.items.flatMap(item => classesIn(item, depth + 1));
      case 'result': {
        const dot = one.of.lastIndexOf('.');
        return PLAIN_CLASSES.has(one.of)
          ? [{ kind: 'member', module: one.of.slice(0, dot), name: one.of.slice(dot + 1) }]
          : [];
      }
      default:
        return [];
    }
  });
}
