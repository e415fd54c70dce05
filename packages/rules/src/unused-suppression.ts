import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Report, Rule } from './rule.js';

const messages: MessageTemplates = {
  unused: 'This comment ignores {rules}, and nothing of the kind is found here. Remove it.',
  'unused-any': 'This comment ignores every rule, and nothing is found here. Remove it.',
  'unused-metadata':
    'The metadata of this cell ignores {rules}, and nothing of the kind is found in it. Remove it from `loadlight.ignore`.',
  'fix-remove': 'Remove the unused comment',
  'fix-remove-rule': 'Remove {rule} from the comment',
  'fix-remove-metadata': 'Remove {rule} from the metadata of this cell'
};

/** LL001: a comment, or an entry of a cell's metadata, that hides nothing today may hide something tomorrow. */
export const unusedSuppression: Rule<'suppression'> = {
  meta: {
    id: 'LL001',
    name: 'unused-suppression',
    summary: 'a suppression comment that suppresses nothing',
    severity: 'information',
    equivalents: [],
    cwe: [],
    messages,
    references: []
  },
  reads: ['suppression'],
  check(suppression, context) {
    if (suppression.tool !== 'loadlight') return [];
    const used = context.suppressedBy(suppression);
    const report = (message: Report['message'], fixes: Fix[]): Report[] => [
      { severity: 'information', message, place: suppression.place, fixes }
    ];
    const remove = (rule: string | null): Fix => ({
      title: rule === null ? say(messages, 'fix-remove') : say(messages, 'fix-remove-rule', { rule }),
      kind: 'safe',
      intents: [{ kind: 'removeSuppression', place: suppression.place, rule }]
    });
    if (suppression.scope.kind === 'cell') {
      const [rule] = suppression.rules.filter(each => !used.includes(each));
      if (rule === undefined) return [];
      const { place } = suppression;
      // Not `safe`: what is safe is done in bulk as edits of texts, and no text of the notebook holds this.
      const fix: Fix = {
        title: say(messages, 'fix-remove-metadata', { rule }),
        kind: 'review',
        intents: [{ kind: 'unsuppressCell', place, rule }]
      };
      return report(say(messages, 'unused-metadata', { rules: rule }), [fix]);
    }
    if (suppression.rules.length === 0)
      return used.length > 0 ? [] : report(say(messages, 'unused-any'), [remove(null)]);
    const unused = suppression.rules.filter(rule => !used.includes(rule));
    const [first] = unused;
    if (first === undefined) return [];
    const all = unused.length === suppression.rules.length;
    return report(say(messages, 'unused', { rules: unused.join(', ') }), [remove(all ? null : first)]);
  }
};
