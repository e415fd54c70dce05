import { DEPENDENCY_MESSAGES } from '@loadlight/dependencies/messages';
import type { MessageTemplates } from '@loadlight/facts/message';
import { VERSION_MESSAGES } from '@loadlight/facts/version-wording';
import { EVIDENCE_MESSAGES } from '@loadlight/python/evidence';
import { ACTIVE_MESSAGES } from '@loadlight/rules/active-wording';
import { FIX_WHERE_MESSAGES } from '@loadlight/rules/credential-fixes';
import { CREDENTIAL_MESSAGES } from '@loadlight/rules/credential-wording';
import { EXPLANATION_MESSAGES } from '@loadlight/rules/explain/explanation-wording';
import { ADVICE_MESSAGES } from '@loadlight/rules/load-advice';
import { ENDING_MESSAGES, ORIGIN_MESSAGES } from '@loadlight/rules/origin-wording';
import { RULES } from '@loadlight/rules/rules';
import { IGNORING_MESSAGES } from './ignoring-fixes.js';
import { NOTE_MESSAGES } from './notes.js';
import { SHARE_MESSAGES } from './share/redaction.js';
import { SHARE_WORDS } from './share/share-wording.js';

/** Every message that an analysis may hold, by the id that it has there: what there is to translate. */
export function messageTemplates(): MessageTemplates {
  const ofRules = RULES.flatMap(({ meta }) =>
    Object.entries(meta.messages).map(([id, template]) => [`${meta.id}.${id}`, template] as const)
  );
  return {
    ...Object.fromEntries(ofRules),
    ...IGNORING_MESSAGES,
    ...ADVICE_MESSAGES,
    ...ENDING_MESSAGES,
    ...ORIGIN_MESSAGES,
    ...CREDENTIAL_MESSAGES,
    ...ACTIVE_MESSAGES,
    ...SHARE_MESSAGES,
    ...SHARE_WORDS,
    ...FIX_WHERE_MESSAGES,
    ...EVIDENCE_MESSAGES,
    ...EXPLANATION_MESSAGES,
    ...DEPENDENCY_MESSAGES,
    ...VERSION_MESSAGES,
    ...NOTE_MESSAGES
  };
}
