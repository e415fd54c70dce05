import type { Load } from '@loadlight/facts/fact';
import type { Fix, Intent } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { isWrittenHere } from './argument-fix.js';
import { dictionaryFixes } from './elsewhere-fixes.js';
import { isAtLeast, type VersionRange } from '@loadlight/facts/version-range';

export const TORCH_LOAD_FIXES: MessageTemplates = {
  'fix-add': 'Add weights_only=True',
  'fix-add-review': 'Add weights_only=True (loading fails if the file holds more than tensors and plain data)',
  'fix-change': 'Change to weights_only=True (loading fails if the file holds more than tensors and plain data)',
  'fix-drop':
    'Drop pickle_module and pass weights_only=True (loading fails if the file holds more than tensors and plain data)',
  'fix-safe-globals':
    'Pass weights_only=True and list the classes that the file may hold (listing a class is trusting it)',
  'fix-safetensors-convert':
    'Convert the file once and load it as safetensors (needs safetensors; for weights and nothing else)',
  'fix-safetensors-save': 'Save and load it as safetensors (for weights and nothing else; run what saves it first)'
};

/** How the call is made to pass `weights_only=True`, by the fix's title. */
export type HowSet = 'fix-add' | 'fix-add-review' | 'fix-change' | 'fix-drop';

/** The fixes of a `torch.load`, the best first. The front-end leaves out those that the code around the call does not allow. */
export function torchLoadFixes(load: Load, how: HowSet, torch: VersionRange | undefined): readonly Fix[] {
  const { call, origin } = load;
  if (!isWrittenHere(call, 'weights_only') || !isWrittenHere(call, 'pickle_module')) return [];
  const drop: Intent = { kind: 'removeArgument', call: call.place, name: 'pickle_module' };
  const set: Intent = {
    kind: 'setArgument',
    call: call.place,
    name: 'weights_only',
    value: { kind: 'literal', value: true }
  };
  const weightsOnly = how === 'fix-drop' ? [drop, set] : [set];
  const review = (id: string, intents: readonly Intent[]): Fix => ({
    title: say(TORCH_LOAD_FIXES, id),
    kind: 'review',
    intents
  });
  const recipe = (name: string, options: Readonly<Record<string, string>> = {}): Intent => ({
    kind: 'rewriteCall',
    call: call.place,
    recipe: name,
    options
  });
  const isOff = how === 'fix-change' || how === 'fix-drop';
  const first: Fix = {
    title: say(TORCH_LOAD_FIXES, how),
    kind: how === 'fix-add' ? 'safe' : 'review',
    // Where the default is the same already, nothing that loads now fails then.
    intents: how === 'fix-add' ? weightsOnly : [...weightsOnly, recipe('loads-tensors', { isOff: String(isOff) })]
  };
  // What the program writes in another way would be converted only once, and beside what a hub's library keeps nothing is written.
  const isKept = origin.kind !== 'written-here' && origin.kind !== 'hub';
  const isChosen = String(origin.kind === 'argument');
  // One of the two at most fits the program.
  const safetensors = [
    review('fix-safetensors-save', [recipe('safetensors-save-and-load')]),
    ...(isKept ? [review('fix-safetensors-convert', [recipe('safetensors-convert', { isChosen })])] : [])
  ];
  // Classes can be listed since torch 2.5; where nothing says so, a load of more than tensors fails already.
  const lists = how !== 'fix-add' && isAtLeast(torch, '2.5') !== 'no';
  const checks = first.intents.filter(({ kind }) => kind === 'rewriteCall');
  return [
    first,
    ...(how === 'fix-change' ? dictionaryFixes(call, 'weights_only', true, first.title, checks) : []),
    ...safetensors,
    ...(lists ? [review('fix-safe-globals', [...weightsOnly, recipe('safe-globals')])] : [])
  ];
}
