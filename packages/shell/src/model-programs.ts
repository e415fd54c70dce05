import { UNKNOWN_TEXT } from './effect.js';

/** The model of a hub that a command line names. */
export interface NamedModel {
  /** `vllm serve`; the program's name where it is not one that is known. */
  readonly tool: string;
  readonly repository: string;
  readonly revision: string | undefined;
  /** It says that Python files of the repository may run. */
  readonly runsCode: boolean;
}

/**
 * Servers of models, by the name of the program or of the module behind `python -m`. vLLM 0.33 (`engine/arg_utils.py`: a model also
 * as the word behind `serve`), SGLang 0.5 (`server_args.py`), Text Generation Inference.
 */
const SERVERS: ReadonlyMap<string, string> = new Map([
  ['vllm', 'vllm serve'],
  ['vllm.entrypoints.openai.api_server', 'vllm'],
  ['vllm.entrypoints.api_server', 'vllm'],
  ['sglang.launch_server', 'sglang'],
  ['text-generation-launcher', 'text-generation-launcher']
]);

/** Words without which a script names no model. */
export const MODEL_PROGRAMS: readonly string[] = ['vllm', 'sglang', 'text-generation-launcher'];

/** How programs around transformers call the option that names the model: their own, and those of its example scripts. */
const MODEL =
  /^--(?:model|model[-_]id|model[-_]path|model[-_]name|(?:pretrained[-_])?model[-_]name[-_]or[-_]path|base[-_]model)$/;
const TRUST = /^--trust[-_]remote[-_]code$/;
const OFF = /^(?:false|0|no|off)$/i;

/**
 * The model that a known server of models serves, or that any other program is told to trust the code of; undefined where there is
 * none, or where it stands in a folder.
 */
export function modelOf(program: string, words: readonly string[]): NamedModel | undefined {
  const server = SERVERS.get(program);
  if (program === 'vllm' && words[0] !== 'serve') return undefined;
  const options = optionsOf(words);
  const packed = packedArguments(options);
  const trust = lastOf(options, TRUST) ?? packed.get('trust_remote_code');
  const runsCode = trust !== undefined && !OFF.test(trust);
  if (server === undefined && !runsCode) return undefined;
  const named = lastOf(options, MODEL);
  const operand = program === 'vllm' && words[1]?.startsWith('-') === false ? words[1] : undefined;
  // `--model hf` names a kind of model where its arguments are packed.
  const repository = packed.get('pretrained') ?? (packed.size > 0 ? undefined : (named ?? operand)) ?? UNKNOWN_TEXT;
  // A server that is told no model has one of its own choice.
  if (repository === UNKNOWN_TEXT && !runsCode) return undefined;
  const revision = options.get('--revision') ?? options.get('--model_revision') ?? packed.get('revision');
  return { tool: server ?? program, repository, revision, runsCode };
}

function lastOf(options: ReadonlyMap<string, string>, name: RegExp): string | undefined {
  return [...options].filter(([option]) => name.test(option)).at(-1)?.[1];
}

/** `--name value` and `--name=value`; a switch has the empty text. */
function optionsOf(words: readonly string[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const [i, word] of words.entries()) {
    const [, name, value] = /^(--?[\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (name === undefined) continue;
    const next = words[i + 1];
    given.set(name, value ?? (next === undefined || next.startsWith('-') ? '' : next));
  }
  return given;
}

/** `--model_args pretrained=org/name,trust_remote_code=True` of lm_eval. */
function packedArguments(options: ReadonlyMap<string, string>): Map<string, string> {
  const packed = options.get('--model_args') ?? options.get('--model-args') ?? '';
  return new Map([...packed.matchAll(/(?:^|,)(\w+)=([^,]*)/g)].map(([, name = '', value = '']) => [name, value]));
}
