import type { Explanation } from '@loadlight/facts/explanation';
import type { Fact } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { maskedAddress } from '@loadlight/facts/masked-address';
import type { Wording } from '@loadlight/facts/message';
import type { Context } from '../rule.js';
import { explainFetch } from './explain-fetch.js';
import { explainHubRef } from './explain-hub-ref.js';
import { explainLoad } from './explain-load.js';
import { explainEnvironment, explainSwitch } from './explain-process.js';
import { explainSecret } from './explain-secret.js';

/** The worst finding about a fact, for the mark. */
export interface Worst {
  readonly rule: string;
  readonly severity: Severity;
}

/** What the hover says of a fact, whether anything is wrong with it or not. Undefined for facts that need no words. */
export function explain(fact: Fact, worst: Worst | undefined, context: Context): Explanation | undefined {
  const said = explanationOf(fact, worst, context);
  return (
    said && {
      ...said,
      headline: withoutCredentials(said.headline),
      rows: said.rows.map(({ label, text }) => ({ label, text: withoutCredentials(text) }))
    }
  );
}

/** Messages are without them from the beginning. */
function withoutCredentials(wording: Wording): Wording {
  return typeof wording === 'string' ? maskedAddress(wording) : wording;
}

function explanationOf(fact: Fact, worst: Worst | undefined, context: Context): Explanation | undefined {
  const mark = { place: fact.place, mark: worst?.severity ?? 'fine', rule: worst?.rule } as const;
  switch (fact.kind) {
    case 'load':
      return { ...mark, ...explainLoad(fact, context) };
    case 'model-ref':
    case 'dataset-ref':
      return { ...mark, ...explainHubRef(fact) };
    case 'fetch':
      return { ...mark, ...explainFetch(fact) };
    case 'secret':
      return { ...mark, ...explainSecret(fact) };
    case 'environment': {
      const said = explainEnvironment(fact);
      return said && { ...mark, ...said };
    }
    case 'loading-switch':
      return { ...mark, ...explainSwitch(fact) };
    case 'suppression':
    case 'configuration-mistake':
      return undefined;
  }
}
