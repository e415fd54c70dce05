import type { Explanation } from '@loadlight/facts/explanation';
import type { Fact } from '@loadlight/facts/fact';
import type { Finding } from '@loadlight/facts/finding';
import { maskValues } from '@loadlight/facts/mask-values';
import type { Message, Wording } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import { shortenedSecret, shownOfSecret } from '@loadlight/facts/shown-of-secret';
import { mayHoldSecret } from '@loadlight/secrets/candidate';
import { looksRandom } from '@loadlight/secrets/meaning/looks-random';
import { hidingCut } from './hide-cut-values.js';
import type { Judged } from './judge.js';

/** Shorter texts stand in words too; in UTF-16 units. */
const SHORTEST = 4;
/** By so much of its beginning a text is told from what is shown of a credential, which is less. */
const HEAD = SHORTEST + 1;
/** So many are looked for one by one. */
const FEW = 20;

/** Where credentials stand, whatever the rules say of them. One that is only used there is none. */
export function secretPlaces(facts: readonly Fact[]): Place[] {
  return facts.flatMap(fact => (fact.kind === 'secret' && fact.file === undefined ? [fact.place] : []));
}

/** The same judgement with what is to be hidden hidden wherever it is said: a path or an address may hold it. */
export function withoutValues(judged: Judged, hide: Hide | undefined): Judged {
  if (!hide) return judged;
  const hidden = new Map(judged.findings.map(finding => [finding, hiddenFinding(finding, hide)]));
  const of = (finding: Finding): Finding => hidden.get(finding) ?? finding;
  return {
    ...judged,
    findings: judged.findings.map(of),
    facts: new Map(Array.from(judged.facts, ([finding, fact]) => [of(finding), fact]))
  };
}

/** The words of a hover with that hidden. */
export function explanationWithout(said: Explanation, hide: Hide): Explanation {
  const of = (wording: Wording): Wording =>
    typeof wording === 'string' ? hide(wording) : hiddenMessage(wording, hide);
  return {
    ...said,
    headline: of(said.headline),
    rows: said.rows.map(({ label, text }) => ({ label, text: of(text) }))
  };
}

/** What is said, without what must not be shown. */
export type Hide = (text: string) => string;

/** What may be a credential, or what is left of one that was cut. */
const WORD = /[\w-]{5,}/g;

/** A shorter word is none, unless it was cut. */
const SHORTEST_WHOLE = 16;

/**
 * Hides these texts; undefined where there is nothing to hide. `isSearching`: not all credentials have been found yet, and what looks
 * like one is hidden too.
 */
export function hiding(all: readonly string[], isSearching: boolean): Hide | undefined {
  const hide = hidingValues(all);
  if (!isSearching) return hide;
  return text => (hide?.(text) ?? text).replace(WORD, hiddenWord);
}

function hiddenWord(word: string, at: number, text: string): string {
  if (text[at + word.length] === '…') return word.slice(0, shownOfSecret(word.length));
  if (text[at - 1] === '…') return '';
  return mayBeOne(word) ? shortenedSecret(word) : word;
}

function mayBeOne(word: string): boolean {
  const isMixed = /\d/.test(word) && /[A-Z]/.test(word) && /[a-z]/.test(word);
  return word.length >= SHORTEST_WHOLE && (isMixed || looksRandom(word) || mayHoldSecret(word));
}

/** Many texts are gone through: of most it shows at once that they hold none. */
function hidingValues(all: readonly string[]): Hide | undefined {
  const values = [...new Set(all)].filter(value => value.length > SHORTEST);
  if (values.length === 0) return undefined;
  const heads = new Set(values.map(value => value.slice(0, HEAD)));
  const mayHold = (text: string): boolean => {
    if (values.length <= FEW) return values.some(value => text.includes(value));
    for (let at = 0; at + HEAD <= text.length; at++) if (heads.has(text.slice(at, at + HEAD))) return true;
    return false;
  };
  // Of addresses that hold one, what opens them is hidden by itself.
  const hideCut = hidingCut(values.filter(value => !value.includes('://')));
  return text => {
    const hidden = mayHold(text) ? maskValues(text, values) : text;
    return hidden.includes('…') ? hideCut(hidden) : hidden;
  };
}

/** The same object where nothing in it is hidden. What is said of a credential holds no more than it shows. */
function hiddenFinding(finding: Finding, hide: Hide): Finding {
  if (finding.rule.startsWith('LL3')) return finding;
  const message = hiddenMessage(finding.message, hide);
  const evidence = finding.evidence.map(each => ({ ...each, message: hiddenMessage(each.message, hide) }));
  const fixes = finding.fixes.map(fix => ({ ...fix, title: hiddenMessage(fix.title, hide) }));
  const isSame =
    message === finding.message &&
    evidence.every((each, i) => each.message === finding.evidence[i]?.message) &&
    fixes.every((fix, i) => fix.title === finding.fixes[i]?.title);
  return isSame ? finding : { ...finding, message, evidence, fixes };
}

/** The same object where nothing in it is hidden: what is said holds every argument. */
function hiddenMessage(message: Message, hide: Hide): Message {
  const text = hide(message.text);
  if (text === message.text) return message;
  const args = Object.entries(message.args).map(([name, value]) => [
    name,
    typeof value === 'string' ? hide(value) : typeof value === 'object' ? hiddenMessage(value, hide) : value
  ]);
  return { ...message, args: Object.fromEntries(args) as Message['args'], text };
}
