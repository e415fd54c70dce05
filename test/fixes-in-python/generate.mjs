/** A program put together by chance from ways to import, to call, to lay out arguments and to stand somewhere. */
export function generateProgram(seed) {
  const random = new Random(seed);
  const forms = random.pick([TORCH_IMPORTS, TORCH_IMPORTS, PICKLE_IMPORTS, [...TORCH_IMPORTS, ...PICKLE_IMPORTS]]);
  const lines = random.chance(0.3) ? ['"""Reads. It is # not much."""', '# about this'] : [];
  if (random.chance(0.2)) lines.push('from __future__ import annotations');
  const known = Array.from({ length: random.upTo(2) + 1 }, () => random.pick(forms));
  lines.push('import torch, pickle', ...random.shuffled(known.map(form => form.line)));
  for (let i = 0; i <= random.upTo(2); i++) {
    const form = random.pick(known);
    const comment = random.pick(['', '', '  # x', '  # torch.load(f)', '  # 😀 (']);
    const before = [];
    const call = form.call(random, before);
    const statement = `v${i} = ${random.pick(WRAPPED)(call)}`;
    const body = [...before, ...placed(random, statement.split('\n'), comment, `v${i}`)];
    lines.push(...(random.chance(0.5) ? ['', ...body] : body), `print(len(v${i}))`);
  }
  const lineBreak = random.chance(0.1) ? '\r\n' : '\n';
  return lines.join('\n').replaceAll('\n', lineBreak) + random.pick(['', lineBreak, lineBreak]);
}

const torchForm = (line, callee) => ({ line, call: (random, before) => callee + torchArguments(random, before) });
const TORCH_IMPORTS = [
  torchForm('import torch', 'torch.load'),
  torchForm('import torch as th', 'th.load'),
  torchForm('from torch import load as tload', 'tload'),
  torchForm('from torch.serialization import (\n    load as sload,  # it\n)', 'sload'),
  torchForm('read = torch.load', 'read'),
  torchForm('import torch.serialization', 'torch.serialization.load')
];

const FILE = 'open("data.pkl", "rb")';
const pickleForm = (line, callee, data, after = '') => ({
  line,
  call: random =>
    `${callee}${laidOut(random, [data, ...random.some(['encoding="bytes"', 'fix_imports=True'])])}${after}`
});
const PICKLE_IMPORTS = [
  pickleForm('import pickle', 'pickle.load', FILE),
  pickleForm('import pickle as pkl', 'pkl.loads', `${FILE}.read()`),
  pickleForm('from pickle import loads as unpickle_it', 'unpickle_it', `${FILE}.read()`),
  pickleForm('import pickle', 'pickle.Unpickler', FILE, '.load()'),
  pickleForm('import io as stream', 'pickle.load', `stream.BytesIO(${FILE}.read())`)
];

const WRAPPED = [
  call => call,
  call => call,
  call => `dict(${call})`,
  call => `(${call})`,
  call => `max([${call}, {}], key=len)`,
  call => `${call} or {}`
];

/** Arguments of torch.load in a random order; some go into a dictionary, of the call or in a line `before` it. */
function torchArguments(random, before) {
  const positional = ['"model.pt"'];
  const keywords = random.some(['mmap=None', `weights_only=${random.pick(['False', 'None', 'True'])}`]);
  const device = random.pick(['"cpu"', 'None', 'lambda s, _: s']);
  const third = random.chance(0.15);
  if (third || random.chance(0.3)) positional.push(device);
  else if (random.chance(0.5)) keywords.push(`map_location=${device}`);
  // Together with weights_only=True torch refuses it at once.
  const mayPickle = !keywords.includes('weights_only=True');
  if (third && mayPickle) positional.push('pickle');
  else if (mayPickle && random.chance(0.3)) keywords.push('pickle_module=pickle');
  if (positional.length === 1 && random.chance(0.2)) keywords.push(`f=${positional.pop()}`);
  const shuffled = random.shuffled(keywords);
  const packed = random.chance(0.3) ? shuffled.splice(0, 1 + random.upTo(2)) : [];
  if (packed.length > 0) shuffled.push(asUnpacking(random, packed, before));
  return laidOut(random, [...positional, ...shuffled]);
}

function asUnpacking(random, packed, before) {
  const pairs = packed.map(argument => argument.replace(/^(\w+)=/, '"$1": '));
  const dictionary = laidOut(random, pairs, '{}');
  if (random.chance(0.5)) return `**${dictionary}`;
  const name = `extra${before.length}${random.upTo(1000)}`;
  before.push(...`${name} = ${dictionary}`.split('\n'));
  return random.chance(0.8) ? `**${name}` : `**dict(${name})`;
}

/** Items between brackets, with line breaks, comments and a last comma by chance. */
function laidOut(random, items, [open, close] = '()') {
  const style = random.pick(['line', 'line', 'lines', 'mixed', 'spaces', 'backslash']);
  const comma = items.length > 0 && random.chance(0.4) ? ',' : '';
  if (style === 'line') return open + items.join(', ') + comma + close;
  if (style === 'spaces') return `${open} ${items.join(' , ')}${comma && ` ${comma}`} ${close}`;
  if (style === 'backslash') return open + items.join(', \\\n    ') + comma + close;
  const note = () => (random.chance(0.3) ? random.pick(['  # why', '  # a, b=(', "  # it's"]) : '');
  const last = items.length - 1;
  const gap = style === 'lines' ? () => `${note()}\n    ` : () => (random.chance(0.5) ? `${note()}\n  ` : ' ');
  const inner = items.map((item, i) => item + (i < last ? `,${gap()}` : comma)).join('');
  const end = random.chance(0.7) || style === 'lines' ? `${note()}\n` : '';
  return `${open}${random.chance(0.8) && end ? `${note()}\n    ` : ''}${inner}${end}${close}`;
}

/** The statement at the top level or in a block; `name` is bound at the top level in the end. */
function placed(random, statement, comment, name) {
  const lines = statement.map((line, i) => (i === statement.length - 1 ? line + comment : line));
  const indent = (block, by = '    ') => block.map(line => by + line);
  switch (random.upTo(9)) {
    case 0:
      return ['if torch:', ...indent(lines)];
    case 1:
      return ['if not torch:', `    ${name} = {}`, 'else:', ...indent(lines, '\t')];
    case 2:
      return [
        `def read_${name}():`,
        '    """Reads."""',
        ...indent(lines),
        `    return ${name}`,
        '',
        `${name} = read_${name}()`
      ];
    case 3:
      return ['for _ in range(2):', ...indent(lines)];
    case 4:
      return ['with torch.no_grad():  # quick', ...indent(lines)];
    case 5:
      return ['try:', ...indent(lines), 'finally:', '    pass'];
    case 6:
      return [`class C_${name}:`, ...indent(lines), `${name} = C_${name}.${name}`];
    case 7:
      return lines.length === 1 ? [`if torch: ${lines[0]}`] : lines;
    default:
      return lines;
  }
}

class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to, not including, `end`. */
  upTo(end) {
    return Math.floor(this.next() * end);
  }

  chance(probability) {
    return this.next() < probability;
  }

  pick(list) {
    return list[this.upTo(list.length)];
  }

  some(list) {
    return list.filter(() => this.chance(0.5));
  }

  shuffled(list) {
    const rest = [...list];
    return list.map(() => rest.splice(this.upTo(rest.length), 1)[0]);
  }
}
