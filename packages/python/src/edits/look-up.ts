import type { LookUp } from '@loadlight/facts/fix';
import type { PythonProgram } from '../program.js';
import { scopesSeenFrom, type Binding, type Scope } from '../scope.js';
import type { Unit } from '../unit.js';
import { Trace } from '../where.js';
import type { Change } from './change.js';
import { importsAnything, memberName, moduleName, type ModuleName } from './imports.js';

/** An expression that looks a credential up, with the imports that it needs. */
export interface LookUpCode {
  readonly text: string;
  readonly imports: readonly Change[];
}

/** Where a look-up is to stand; `start` counts in the unit. */
export interface Spot {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly start: number;
}

/** Libraries that bring `huggingface_hub` with them. */
const WITH_HUB = [
  'huggingface_hub',
  'transformers',
  'datasets',
  'diffusers',
  'peft',
  'accelerate',
  'tokenizers',
  'sentence_transformers',
  'evaluate',
  'smolagents'
];

/**
 * The expression that looks the variable up, for code at that spot. Undefined where the program has no use for it: Colab's
 * secrets outside Colab, the hub's token where no library brings it; or where a name that it needs stands for something else.
 */
export function lookUpCode(
  program: PythonProgram,
  by: LookUp,
  variable: string,
  spot: Spot,
  quote = '"'
): LookUpCode | undefined {
  const { unit: user, scope } = spot;
  const quoted = (text: string): string => quote + text + quote;
  switch (by) {
    case 'environment':
      return written(program, spot, moduleName(program, 'os', user, scope), os => `${os}.environ[${quoted(variable)}]`);
    case 'prompt':
      return written(
        program,
        spot,
        memberName(program, 'getpass', 'getpass', user, scope),
        getpass => `${getpass}(${quoted(`${variable}: `)})`
      );
    case 'colab':
      return program.isColab || importsAnything(program, ['google.colab'])
        ? written(
            program,
            spot,
            memberName(program, 'google.colab', 'userdata', user, scope),
            userdata => `${userdata}.get(${quoted(variable)})`
          )
        : undefined;
    case 'hub-token':
    case 'hub-folder': {
      if (!importsAnything(program, WITH_HUB)) return undefined;
      const member = by === 'hub-token' ? 'get_token' : 'HfFolder';
      const method = by === 'hub-token' ? '' : '.get_token';
      const name = memberName(program, 'huggingface_hub', member, user, scope);
      return written(program, spot, name, known => `${known}${method}()`);
    }
  }
}

function written(
  program: PythonProgram,
  spot: Spot,
  { name, changes }: ModuleName,
  spell: (name: string) => string
): LookUpCode | undefined {
  const [root = name] = name.split('.', 1);
  return isSomethingElse(program, root, spot, changes.length > 0) ? undefined : { text: spell(name), imports: changes };
}

/** The name stands for something else there, or a new import would take away what it stands for elsewhere. */
function isSomethingElse(program: PythonProgram, name: string, { unit, scope, start }: Spot, isNew: boolean): boolean {
  const isOther = ({ to }: Binding): boolean => to.kind !== 'import';
  const isBefore = (binding: Binding): boolean =>
    binding.unit === unit ? binding.at <= start : program.namespace.compare(binding.unit, unit) < 0;
  for (const inner of scopesSeenFrom(scope)) {
    const own = inner.kind === 'class' ? inner.cls?.body.bindings(name, new Trace()) : inner.bindings.get(name);
    if (!own || own.length === 0) continue;
    // Until it is imported, a name of the function is nothing at all.
    const mayBeMissing = !own.some(one => isBefore(one) && one.branches.length === 0);
    return isNew || mayBeMissing || own.some(isOther);
  }
  return isNew && program.resolver.moduleBindings(name).some(isOther);
}
