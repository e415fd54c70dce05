import type { SavedModule } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { argumentPlace } from './argument-place.js';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'whole-module':
    '`{call}` writes all of `{object}`, so that only a load which can run code reads it back. Save `{object}.state_dict()`.',
  'fix-with-loads': 'Save the state dict, and build the module where this program loads it',
  'fix-save': 'Save the state dict (whoever loads the file must build the module first)'
};

/** LL110: better practice only, as the file is the user's own. */
export const savesWholeModule: Rule<'saved-module'> = {
  meta: {
    id: 'LL110',
    name: 'saves-whole-module',
    summary: 'torch.save of a whole module, which only a load that can run code reads back',
    severity: 'information',
    equivalents: [],
    cwe: [502],
    messages,
    references: [
      'https://docs.pytorch.org/docs/stable/notes/serialization.html#saving-and-loading-torch-nn-modules',
      'https://docs.pytorch.org/docs/stable/generated/torch.save.html'
    ]
  },
  reads: ['saved-module'],
  check(saved) {
    const { call, object } = saved;
    return [
      {
        severity: 'information',
        message: say(messages, 'whole-module', { call: call.written, object }),
        place: argumentPlace(call, 'obj'),
        fixes: fixes(saved)
      }
    ];
  }
};

/** With the program's own loads where they can be changed too; the other says that they must be. */
function fixes({ call }: SavedModule): Fix[] {
  const fix = (title: string, recipe: string): Fix => ({
    title: say(messages, title),
    kind: 'review',
    intents: [{ kind: 'rewriteCall', call: call.place, recipe }]
  });
  return [fix('fix-with-loads', 'save-state-dict-and-load'), fix('fix-save', 'save-state-dict')];
}
