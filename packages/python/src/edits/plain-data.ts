import { alternatives } from '../abstract.js';
import type { PythonProgram } from '../program.js';
import { Trace } from '../where.js';
import { child, type Syntax } from '../syntax.js';
import { pathTo } from '../statements.js';
import { fileCall, sameFile } from './file-calls.js';
import { callsOf, type FoundCall } from './find-call.js';
import { importsAnything } from './imports.js';
import { resultUse, type ResultUse } from './result-use.js';

/** What dictionaries, lists, sets and texts can do. */
const OF_PLAIN_DATA = new Set(
  'items keys values get update copy pop popitem setdefault append extend insert remove sort reverse index count add discard union difference intersection decode encode split strip join lower upper startswith endswith format replace most_common'.split(
    ' '
  )
);

/** What objects of classes are usually called. */
const OBJECT_NAME =
  /model|learner|estimator|predictor|classif|clf|regress|tokeniz|vocab|process|pipeline|scaler|encoder|transform|policy|agent|(?:^|_|\.)env$|posterior|prior|func|callback|trainer|optimizer|module|network|(?:^|_|\.)net$|vector|embedding|array|(?:^|_)df$|frame|dataset|graph|object|(?:^|_|\.)obj$|^[Xy](?:_|$)|iterable|matri|(?:^|_)mat$|outputs?$|payload/i;

/** Functions that read whatever they are given. */
const READS_ANYTHING = /pickle|pkl|object|obj$|^loads?$/i;

const PLAIN_CLASS =
  /^(?:dict|list|tuple|set|frozenset|str|bytes|int|float|bool|(?:\w+\.)?(?:Mapping|Sequence|OrderedDict|Counter))$/;

/** Functions that take data frames. */
const TAKES_FRAMES = /^(?:pd|pandas)\.(?:concat|merge)$/;

/** What is loaded may be plain data: nothing shows that it is an object of some class, or an array. */
export function mayBePlainData(program: PythonProgram, call: FoundCall): boolean {
  const use = resultUse(program, call);
  const { taken, names, returnedBy, called, yielded, passedTo, testedFor } = use;
  if (called || yielded || returnedBy.some(name => READS_ANYTHING.test(name))) return false;
  if ([...taken].some(name => !OF_PLAIN_DATA.has(name)) || [...testedFor].some(name => !PLAIN_CLASS.test(name)))
    return false;
  if ([...names, ...returnedBy].some(name => OBJECT_NAME.test(name))) return false;
  return (
    ![...passedTo].some(name => TAKES_FRAMES.test(name)) && !program.once('pickles objects', () => pickles(program))
  );
}

/** The program pickles something that is seen to be an object. */
function pickles(program: PythonProgram): boolean {
  return ['pickle.dump', 'pickle.dumps'].some(symbol =>
    callsOf(program, symbol).some(call => {
      const saved = call.list?.children.find(({ type }) => type !== 'comment');
      if (!saved || saved.type === 'keyword_argument') return false;
      const written = call.unit.text.slice(saved.start, saved.end);
      if (/^[\w.]+$/.test(written) && (written === 'self' || OBJECT_NAME.test(written))) return true;
      // Parameters of an estimator are estimators, too.
      if (/\.get_params\(/.test(written)) return true;
      const value = program.resolver.resolve(saved, call.where, new Trace());
      return alternatives(value).some(({ kind }) => kind === 'instance');
    })
  );
}

/** Functions that do something with numbers. */
const TAKES_NUMBERS = /^(?:np|numpy|torch|jnp|tf|plt|len|sum|min|max|float|int|list|sorted|print)(?:$|\.)/;

/** An array of numbers may be loaded: nothing shows that it is an object in an array (`.item()`, `[()]`, a dictionary). */
export function mayBeNumbers(program: PythonProgram, call: FoundCall): boolean {
  const { taken, givenTo } = resultUse(program, call);
  if (taken.has('item') || taken.has('[()]')) return false;
  const isArchive = call.unit.text.slice(call.node.start, call.node.end).includes('.npz');
  if (!isArchive && ['items', 'get', 'update'].some(name => taken.has(name))) return false;
  return givenTo === undefined || TAKES_NUMBERS.test(givenTo);
}

/** What modules can do, and neither tensors nor dictionaries. */
const OF_MODULES =
  /^(?:eval|train|parameters|named_parameters|modules|named_modules|children|named_children|state_dict|load_state_dict|forward|predict|generate|fit|sample|zero_grad|train_dataloader|encode|decode)$/;

/** What modules are called, and functions that give one. */
const MODULE_NAME = /(?:^|_|\.)(?:model|net|network|module|learner|agent)$/i;

/** Whatever is sent from one process to another. */
const ANY_OBJECT = /(?:^|_|\.)obj(?:ect)?$/i;

/** What is kept in checkpoints under such keys is an object of some class. */
const OBJECT_KEY = /^(?:dictionary|tokenizer|vocab|processor|error|exception)$/;

/**
 * Tensors and plain data may be loaded: nothing shows that it is a whole module, or an object of another class. Where the program says
 * that more may be loaded (`isOff`), what becomes of it must be seen.
 */
export function mayBeTensors(program: PythonProgram, call: FoundCall, isOff: boolean): boolean {
  const use = resultUse(program, call);
  const { taken, names, called, keys, passedTo } = use;
  // A checkpoint that is saved again is kept as it is, whatever it holds.
  if (
    [...passedTo].some(name => /^(?:\w+\.)?save$/.test(name)) ||
    program.once('newer pickles', () => savesNewer(program))
  )
    return false;
  if (called || [...taken].some(name => OF_MODULES.test(name)) || names.some(name => ANY_OBJECT.test(name)))
    return false;
  if ([...keys].some(name => OBJECT_KEY.test(name)) || isGivenBackAsModule(use)) return false;
  if (savesObjects(program, call)) return false;
  // `cls(**torch.load(…))`: what the class takes may be any object; DeepSpeed keeps its own beside the weights.
  return !isOff || (use.givenTo !== 'cls' && !importsAnything(program, ['deepspeed']) && !handsOnAnything(call, use));
}

/** What is kept under such names is an object of some class. */
const CONFIGURATION = /(?:^|[_.])(?:cfg|config|args|hparams|tokenizer|vocab|scaler|self)$/;

/** The program saves a dictionary with such an object in it to the file that is loaded. */
function savesObjects(program: PythonProgram, call: FoundCall): boolean {
  const load = fileCall(program, call, 'torch.load');
  return (
    load !== undefined &&
    sameFile(program, load, 'torch.save').some(({ arguments: given }) => {
      const saved = given.get('obj');
      if (saved?.node.type !== 'dictionary') return false;
      const { where } = saved;
      return saved.node.children.some(pair => {
        const value = child(pair, 'value');
        if (!value || !CONFIGURATION.test(where.unit.text.slice(value.start, value.end))) return false;
        return !alternatives(program.resolver.resolve(value, where, new Trace())).every(({ kind }) => kind === 'dict');
      });
    })
  );
}

/** A function gives back whatever it is sent, or says so (`-> Any`). */
function handsOnAnything({ unit, node, list }: FoundCall, { returnedBy }: ResultUse): boolean {
  if (returnedBy.length === 0) return false;
  const written = (one: Syntax | undefined): string => (one ? unit.text.slice(one.start, one.end) : '');
  const around = pathTo(unit.statements, node)
    .filter(({ type }) => type === 'function_definition')
    .at(-1);
  const isAny = /\b(?:Any|object)\b/.test(written(around && child(around, 'return_type')));
  const given = list?.children.find(({ type }) => type !== 'comment');
  return isAny || /^(?:io\.)?BytesIO\(\w+\)$/.test(written(given));
}

/** What is saved in a protocol above 2 is only read without `weights_only` (`torch/_weights_only_unpickler.py`). */
function savesNewer(program: PythonProgram): boolean {
  return callsOf(program, 'torch.save').some(({ list, unit }) =>
    list?.children.some(one => /^pickle_protocol\s*=\s*(?!2\s*$)/.test(unit.text.slice(one.start, one.end)))
  );
}

/** `model = torch.load(…)`, and a function returns that. */
function isGivenBackAsModule({ names, returnedBy, passedTo }: ResultUse): boolean {
  if (returnedBy.length === 0 || [...passedTo].some(name => name.endsWith('load_state_dict'))) return false;
  return [...names, ...returnedBy.slice(-1)].some(name => MODULE_NAME.test(name));
}
