import type { LoaderTraits } from '@loadlight/facts/loader';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What to do about a loader, where that depends on the library: a sentence without its full stop. */
export const ADVICE_MESSAGES: MessageTemplates = {
  'advice-trust': 'Give it only files that you trust',
  'advice-pass': 'Pass `{safe}`',
  'advice-newer': 'Use {package} {since} or newer',
  'advice-ultralytics':
    'Give it only weights that you trust; recent versions run none of their code where `ULTRALYTICS_SAFE_LOAD=1` is set',
  'advice-fastai':
    'Give it only files that you trust, or keep the weights alone with `Learner.save` and `Learner.load`',
  'advice-mlflow':
    'Load only models that you trust; recent versions refuse pickles where `MLFLOW_ALLOW_PICKLE_DESERIALIZATION=false` is set',
  'advice-index': 'Load only an index that you saved yourself, or build it again from its texts',
  'advice-skops': 'Pass the names that you have read in `skops.io.get_untrusted_types`'
};

/** What the row says of the library, else its argument that keeps code from running, else caution. */
export function adviceFor({ advice, guard }: LoaderTraits): Message {
  if (advice !== undefined) return say(ADVICE_MESSAGES, `advice-${advice}`);
  if (guard?.safe === true) return say(ADVICE_MESSAGES, 'advice-pass', { safe: `${guard.parameter}=True` });
  return say(ADVICE_MESSAGES, 'advice-trust');
}

/** A version that does without. */
export function newer(name: string, since: string): Message {
  return say(ADVICE_MESSAGES, 'advice-newer', { package: name, since });
}
