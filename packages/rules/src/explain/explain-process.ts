import type { Explanation } from '@loadlight/facts/explanation';
import type { Environment, LoadingSwitch } from '@loadlight/facts/fact';
import type { Message } from '@loadlight/facts/message';
import { isSet, NO_WEIGHTS_ONLY, WEIGHTS_ONLY } from '../loading-environment.js';
import { harmOf } from '../names-files-must-not-call.js';
import { hoverWords } from './explanation-wording.js';

/** What a variable of the process changes about loading; undefined for variables that change nothing there. */
export function explainEnvironment({ name, value }: Environment): Pick<Explanation, 'headline' | 'rows'> | undefined {
  if (name !== NO_WEIGHTS_ONLY && name !== WEIGHTS_ONLY) return undefined;
  const kind = name === NO_WEIGHTS_ONLY ? 'off' : 'on';
  const state = isSet(value);
  const id = state === 'no' ? 'weights-only-unchanged' : `weights-only-${kind}${state === 'yes' ? '' : '-at-run-time'}`;
  const shown = value.kind === 'literal' ? JSON.stringify(String(value.value)) : '…';
  return { headline: `${name}=${shown}`, rows: [{ label: hoverWords('can-run'), text: hoverWords(id) }] };
}

/** What loaders of the whole process do from there on. */
export function explainSwitch(fact: LoadingSwitch): Pick<Explanation, 'headline' | 'rows'> {
  const { how, written, allowed, guard } = fact;
  const rows: Explanation['rows'][number][] = [{ label: hoverWords('can-run'), text: canRunFrom(fact) }];
  if (allowed.length > 0) rows.push({ label: hoverWords('lets-in'), text: allowed.join(', ') });
  if (guard !== undefined) rows.push({ label: hoverWords('with'), text: guard });
  return { headline: how === 'turns-off' ? `${written}()` : how === 'allows' ? `${written}(…)` : written, rows };
}

function canRunFrom({ how, allowed }: LoadingSwitch): Message {
  if (how === 'turns-off') return hoverWords('keras-layers');
  if (how !== 'allows') return hoverWords('any-file');
  return hoverWords(allowed.some(name => harmOf(name) === 'harms') ? 'any-code-let-in' : 'what-is-let-in');
}
