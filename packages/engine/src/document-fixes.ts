import { asks, withAnyAnswer } from '@loadlight/facts/asked';
import { documentOf, editedBy, metadataIntent, type Edit, type Fix } from '@loadlight/facts/fix';
import type { Part, Place } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';
import { editsFor } from '@loadlight/python/edits/edits-for';
import { fits } from '@loadlight/python/edits/fits';
import { unescapedThere } from '@loadlight/python/edits/secret-in-code';
import type { PythonProgram } from '@loadlight/python/program';
import type { DocumentServices } from './document-services.js';

/** The fixes of one document: whether they can be made, and what they change, here and in other files. */
export class DocumentFixes {
  constructor(
    private readonly uri: string,
    private readonly program: PythonProgram,
    private readonly services: DocumentServices,
    private readonly lines: (part: Part) => TextLines | undefined
  ) {}

  /** The fix can be made in the text as it is; `pending` takes what is still being read that may tell otherwise. */
  fits(fix: Fix, pending: Set<Promise<void>>): boolean {
    if (metadataIntent(fix)) return true;
    const clears = fix.intents.some(({ kind }) => kind === 'clearOutputs');
    if (clears && !this.services.clearsOutputs) return false;
    if (fix.intents.every(({ kind }) => kind === 'clearOutputs' || kind === 'redact')) return true;
    if (this.isElsewhere(fix)) return (this.edits(withAnyAnswer(fix))?.length ?? 0) > 0;
    if (asks(fix) && !this.services.asksUser) return false;
    const kept = this.kept(fix);
    if (kept === undefined) return false;
    // Until the files are read it is not known that it does not fit.
    if (kept instanceof Promise) pending.add(kept);
    return !this.couldLoad(fix) && fits(this.program, withAnyAnswer(fix).intents);
  }

  /** It leaves to the user what the program could do itself, which another fix does. */
  private couldLoad({ intents }: Fix): boolean {
    const reading = intents.find(({ kind }) => kind === 'readSecret');
    const keeping = intents.find(({ kind }) => kind === 'keepVariable');
    if (reading?.kind !== 'readSecret' || keeping?.kind !== 'keepVariable') return false;
    if (intents.some(({ kind }) => kind === 'loadVariables')) return false;
    const places = [reading.place, ...reading.others];
    return fits(this.program, [...intents, { kind: 'loadVariables', places, required: keeping.required }]);
  }

  /** Undefined where it does not fit, or other files are still being read. */
  edits(fix: Fix): Edit[] | undefined {
    if (this.isElsewhere(fix)) {
      const here = fix.intents.filter(intent => documentOf(intent) === this.uri);
      // What stands here is not changed then: it only tells whether the fix is right.
      if (here.length > 0 && !editsFor(this.program, here)) return undefined;
      return this.services.editsElsewhere({ ...fix, intents: fix.intents.filter(intent => !here.includes(intent)) });
    }
    const kept = this.kept(fix);
    const edits = Array.isArray(kept) ? editsFor(this.program, fix.intents) : undefined;
    return edits && Array.isArray(kept) ? [...edits, ...redactions(fix), ...kept] : undefined;
  }

  /** The edits of other files that the fix needs; undefined where they cannot be made, a promise while files are read. */
  private kept(fix: Fix): Edit[] | undefined | Promise<void> {
    const edits: Edit[] = [];
    for (const intent of fix.intents) {
      if (intent.kind !== 'keepVariable') continue;
      const value = unescapedThere(this.program, intent.place) ?? this.written(intent.place);
      const own = value === undefined ? undefined : this.services.keptVariable(this.uri, intent.variable, value);
      if (own === undefined || own instanceof Promise) return own;
      edits.push(...own);
    }
    return edits;
  }

  private written({ part, range }: Place): string | undefined {
    const lines = this.lines(part);
    return lines?.text.slice(lines.offset(range.start), lines.offset(range.end));
  }

  private isElsewhere(fix: Fix): boolean {
    const edited = editedBy(fix);
    return edited !== undefined && edited !== this.uri;
  }
}

/** No quote, brace or backslash is in the mark, so that it can stand in JSON as it is. */
function redactions({ intents }: Fix): Edit[] {
  return intents.flatMap(intent =>
    intent.kind === 'redact' ? intent.places.map(place => ({ ...place, newText: `[removed: ${intent.variable}]` })) : []
  );
}
