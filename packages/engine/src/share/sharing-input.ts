import type { Fact } from '@loadlight/facts/fact';
import { LIMITS } from '@loadlight/notebook/limits';
import type { Notebook } from '@loadlight/notebook/notebook';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { isTooLongToRead, mayAct, type ScriptsPart } from '@loadlight/sharing/script-reading';
import { sharingFacts, type SharingFacts } from '@loadlight/sharing/sharing-facts';
import type { CodeInput } from '../document.js';
import { documentInput } from '../document-input.js';

/** Gives the part that reads scripts; undefined where it cannot be fetched. */
export type FetchScripts = () => Promise<ScriptsPart | undefined>;

/**
 * A notebook file as the engine takes it where everything in it is looked at. The part for scripts is only fetched where one in it
 * may do something; `longScripts` are too long for it. Rejects with a NotebookError.
 */
export async function sharingInput(
  uri: string,
  text: string,
  fetchScripts: FetchScripts
): Promise<{ readonly notebook: Notebook; readonly input: CodeInput; readonly longScripts: number }> {
  const notebook = readNotebook(text, { ...LIMITS, uniqueKeys: true });
  const input = documentInput(uri, 1, text, notebook, { texts: true, onlySecrets: false });
  if (input.kind !== 'notebook') throw new Error('a notebook was read as something else');
  const found = sharingFacts(notebook, uri);
  const longScripts = [...found.scripts.values()].filter(isTooLongToRead).length;
  return { notebook, input: { ...input, sharing: await withActs(found, fetchScripts) }, longScripts };
}

async function withActs({ facts, scripts }: SharingFacts, fetchScripts: FetchScripts): Promise<readonly Fact[]> {
  if (![...scripts.values()].some(mayAct)) return facts;
  const part = await fetchScripts();
  if (!part) return facts;
  return facts.map(fact => {
    const script = scripts.get(fact);
    if (fact.kind !== 'active-content' || script === undefined || !mayAct(script)) return fact;
    const reading = part.readScript(script);
    return reading ? { ...fact, does: reading.does, address: fact.address ?? reading.address } : fact;
  });
}
