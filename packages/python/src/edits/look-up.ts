import type { LookUp } from '@loadlight/facts/fix';
import type { PythonProgram } from '../program.js';
import type { Binding, Scope } from '../scope.js';
import type { Unit } from '../unit.js';
import type { Change } from './change.js';
import { importsAnything, memberName, moduleName, type ModuleName } from './imports.js';

/** An expression that looks a credential up, with the imports that it needs. */
export interface LookUpCode {
  readonly text: string;
  readonly imports: readonly Change[];
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
 * The expression that looks the variable up, for code of that unit and scope. Undefined where the program has no use for it: Colab's
 * secrets outside Colab, the hub's token where no library brings it; or where a name that it needs stands for something else.
 */
export function lookUpCode(
  program: PythonProgram,
  by: LookUp,
  variable: string,
  user: Unit,
  scope: Scope,
  quote = '"'
): LookUpCode | undefined {
  const quoted = (text: string): string => quote + text + quote;
  switch (by) {
    case 'environment':
      return written(
        program,
        scope,
        moduleName(program, 'os', user, scope),
        os => `${os}.environ[${quoted(variable)}]`
      );
    case 'prompt':
      return written(
        program,
        scope,
        memberName(program, 'getpass', 'getpass', user, scope),
        getpass => `${getpass}(${quoted(`${variable}: `)})`
      );
    case 'colab':
      return program.isColab || importsAnything(program, ['google.colab'])
        ? written(
            program,
            scope,
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
      return written(program, scope, name, known => `${known}${method}()`);
    }
  }
}

function written(
  program: PythonProgram,
  scope: Scope,
  { name, changes }: ModuleName,
  spell: (name: string) => string
): LookUpCode | undefined {
  const [root = name] = name.split('.', 1);
  return isSomethingElse(program, root, scope, changes.length > 0)
    ? undefined
    : { text: spell(name), imports: changes };
}

/** The name stands for something else there, or a new import would take away what it stands for elsewhere. */
function isSomethingElse(program: PythonProgram, name: string, scope: Scope, isNew: boolean): boolean {
  const isOther = ({ to }: Binding): boolean => to.kind !== 'import';
  for (let inner: Scope | undefined = scope; inner && inner.kind !== 'module'; inner = inner.parent) {
    const local = inner.bindings.get(name);
    if (local) return isNew || local.some(isOther);
  }
  return isNew && program.resolver.moduleBindings(name).some(isOther);
}
