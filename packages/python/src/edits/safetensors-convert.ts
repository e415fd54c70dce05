import { filePaths } from '../flow/file-path.js';
import type { PythonProgram } from '../program.js';
import { readString } from '../string-literal.js';
import { pathTo } from '../statements.js';
import { child, unwrap } from '../syntax.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { isImportedAtTop, isTaken, memberNames, moduleName } from './imports.js';
import { isPathExpression, literalEnding, WEIGHTS_SUFFIX } from './path-expression.js';
import { loadsFile } from './safetensors-load.js';
import type { KnownCallee } from './recipes.js';
import { isStateDict } from './state-dict-use.js';
import { indentStep, insertAbove } from './statement-lines.js';
import { fileCall, sameFile, type FileCall } from './file-calls.js';

/**
 * Loads a state dict as safetensors, with a conversion above the statement that runs where the new file is not there yet.
 * Undefined where the program writes the file itself (it would be converted only once), where the file is not given by a
 * path that can be written twice, or where what is loaded may be more than a state dict; and, where it is another file each time, as
 * whoever runs the program chooses (`isChosen`), in programs that name none themselves and have no other use for safetensors.
 */
export function convertToSafetensors(
  program: PythonProgram,
  call: FoundCall,
  _known: KnownCallee,
  { isChosen }: Readonly<Record<string, string>>
): Change[] | undefined {
  const { unit, where } = call;
  // Where torch is only imported when it is needed, an import of safetensors.torch at the top would need it always.
  if (!isImportedAtTop(program, 'torch') || !isProgram(program, call)) return undefined;
  const load = isStateDict(program, call) ? fileCall(program, call, 'torch.load') : undefined;
  if (!load || sameFile(program, load, 'torch.save').length > 0) return undefined;
  if (isChosen === 'true' && !isNamedHere(program, load)) return undefined;
  const path = unwrap(load.file.node);
  if (load.file.where.unit !== unit || !isPathExpression(program, path, where) || where.scope.kind === 'comprehension')
    return undefined;
  const written = unit.text.slice(path.start, path.end);
  if (written.includes('\n')) return undefined;
  const os = moduleName(program, 'os', unit, where.scope);
  const torch = moduleName(program, 'torch', unit, where.scope);
  const safetensors = memberNames(program, 'safetensors.torch', ['load_file', 'save_file'], unit, where.scope);
  const [loadFile = '', saveFile = ''] = safetensors.names;
  const loads = loadsFile(load, loadFile);
  const literal = literalEnding(path, unit.text, WEIGHTS_SUFFIX);
  const asSafetensors = literal
    ? `${unit.text.slice(path.start, literal.at.start)}.safetensors${unit.text.slice(literal.at.end, path.end)}`
    : `${os.name}.path.splitext(${written})[0] + ".safetensors"`;
  const isShort = literal !== undefined && path.type === 'string' && readString(path, unit.text).value !== undefined;
  const target = isShort ? asSafetensors : freeName(program, call);
  const step = indentStep(program.lines(unit.cell).text, /^[ \t]*/.exec(unit.text)?.[0]);
  const conversion = insertAbove(program, call, [
    ...(isShort ? [] : [`${target} = ${asSafetensors}`]),
    `if not ${os.name}.path.exists(${target}):  # convert it once`,
    `${step}${saveFile}(${torch.name}.load(${written}, map_location="cpu", weights_only=True), ${target})`
  ]);
  if (!loads || !conversion) return undefined;
  const changes = [...os.changes, ...torch.changes, ...safetensors.changes, ...conversion, ...loads];
  return [...changes, changeIn(unit, path.start, path.end, target)];
}

/** Not a function for other programs, which would need a package more: it runs by itself, or something here calls it. */
function isProgram(program: PythonProgram, { unit, node }: FoundCall): boolean {
  if (isImportedAtTop(program, 'safetensors')) return true;
  const functions = pathTo(unit.statements, node).filter(({ type }) => type === 'function_definition');
  return functions.every(one => {
    const name = child(one, 'name');
    return name !== undefined && program.namespace.calls(unit.text.slice(name.start, name.end)).length > 0;
  });
}

function isNamedHere(program: PythonProgram, { file }: FileCall): boolean {
  return isImportedAtTop(program, 'safetensors') || filePaths(file.value).some(({ path }) => !/[‹…]/.test(path));
}

/** A name for the new path that nothing else has. */
function freeName(program: PythonProgram, { where }: FoundCall): string {
  const name = 'safetensors_path';
  for (let count = 1; ; count++) {
    const free = count === 1 ? name : `${name}_${String(count)}`;
    if (!isTaken(program, free, where.scope)) return free;
  }
}
