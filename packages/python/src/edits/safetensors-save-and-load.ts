import { alternatives } from '../abstract.js';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import { child, type Syntax } from '../syntax.js';
import { Trace } from '../where.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { memberNames } from './imports.js';
import { WEIGHTS_SUFFIX } from './path-expression.js';
import { renamedFile } from './rename-file.js';
import { keywordNamed, loadsFile } from './safetensors-load.js';
import { isStateDict, NO_MODULE } from './state-dict-use.js';
import { sameFile, fileCall, type FileCall } from './file-calls.js';

/**
 * Saves and loads a state dict as safetensors, all over the program, under a name that ends in `.safetensors`. Undefined
 * where another place names the file too, or something else than a module's state dict is saved or loaded.
 */
export function saveAndLoadSafetensors(program: PythonProgram, call: FoundCall): Change[] | undefined {
  const load = isStateDict(program, call) ? fileCall(program, call, 'torch.load') : undefined;
  if (!load) return undefined;
  const saves = sameFile(program, load, 'torch.save');
  const loads = sameFile(program, load, 'torch.load');
  const all = [...saves, ...loads];
  const units = program.units();
  const [first] = all.map(one => one.call.unit).sort((a, b) => units.indexOf(a) - units.indexOf(b));
  if (saves.length === 0 || !first || !loads.every(one => isStateDict(program, one.call))) return undefined;
  const safetensors = memberNames(
    program,
    'safetensors.torch',
    ['load_file', 'save_file'],
    first,
    namesOf(first).module
  );
  const [loadFile = '', saveFile = ''] = safetensors.names;
  const renamed = renamedFile(program, all, WEIGHTS_SUFFIX, '.safetensors');
  const rewritten = [
    ...saves.map(one => savesFile(program, one, saveFile)),
    ...loads.map(one => loadsFile(one, loadFile))
  ];
  if (!renamed || rewritten.some(changes => changes === undefined)) return undefined;
  return [...safetensors.changes, ...renamed, ...rewritten.flatMap(changes => changes ?? [])];
}

/** `torch.save(m.state_dict(), p)` becomes `save_file(m.state_dict(), p)`. */
function savesFile(program: PythonProgram, save: FileCall, name: string): Change[] | undefined {
  const { call, file, open } = save;
  const object = save.arguments.get('obj');
  if (open || call.layers.length > 1 || save.arguments.size !== 2 || !object || !isModuleState(program, object))
    return undefined;
  if (file.form === 'unpacked' || object.form === 'unpacked') return undefined;
  return [
    changeIn(call.unit, call.callee.start, call.callee.end, name),
    ...(object.form === 'keyword' ? [keywordNamed(call.unit, object, 'tensors')] : []),
    ...(file.form === 'keyword' ? [keywordNamed(call.unit, file, 'filename')] : [])
  ];
}

type Given = FileCall['file'];

/** `m.state_dict()`, itself or by a name, of something that is no optimizer. */
function isModuleState(program: PythonProgram, { node, where }: Given): boolean {
  const behind = program.resolver.expressionBehind(node, where, new Trace());
  const callee = behind?.node.type === 'call' ? child(behind.node, 'function') : undefined;
  const object = callee && child(callee, 'object');
  const method = callee && child(callee, 'attribute');
  if (!behind || !object || !method) return false;
  const text = (one: Syntax): string => behind.where.unit.text.slice(one.start, one.end);
  if (text(method) !== 'state_dict' || NO_MODULE.test(text(object).replace(/^.*\./, ''))) return false;
  const value = program.resolver.resolve(object, behind.where, new Trace());
  return !alternatives(value).some(one => one.kind === 'result' && one.of.startsWith('torch.optim'));
}
