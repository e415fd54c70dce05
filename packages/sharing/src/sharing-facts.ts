import type { ActiveContent, Execution, Fact, Output, PersonalText } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';
import { linesOfPart } from '@loadlight/notebook/file-position';
import type { Cell, Notebook } from '@loadlight/notebook/notebook';
import { PartText } from '@loadlight/notebook/part-text';
import { activeMarkup, type ActiveMarkup } from './active-markup.js';
import { executionOrder } from './execution-order.js';
import type { FoundRange } from './found-range.js';
import { stringsOf } from './json-strings.js';
import { columnsOfHtml, columnsOfText, personalColumns } from './personal-columns.js';
import { withoutCode } from './shown-markdown.js';
import { personalText } from './personal-text.js';

type SharingFact = ActiveContent | PersonalText | Output | Execution;

/** Images, sounds and the like are no texts, whatever stands in them. */
const BINARY = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|octet-stream))/i;
const SCRIPT = /^(?:application|text)\/(?:x-)?(?:java|ecma)script$/i;
const MARKUP = /^(?:text\/(?:html|markdown)|image\/svg\+xml|application\/xhtml\+xml)$/i;

const DELIBERATE: ReadonlySet<PersonalText['what']> = new Set(['mail-address', 'user-name']);

/** An output that is longer makes the notebook hard to read, to send and to compare; in UTF-16 units of the file. */
const LONG = 1_000_000;

/** What a notebook would run or tell where it is opened. */
export interface SharingFacts {
  /** In document order. */
  readonly facts: readonly Fact[];
  /** The scripts in it, which are to be read by the part for that; what they do is not in the facts yet. */
  readonly scripts: ReadonlyMap<Fact, string>;
}

/** What there is beside credentials. */
export function sharingFacts(notebook: Notebook, document: string): SharingFacts {
  return new SharingReader(notebook, document).read();
}

class SharingReader {
  private readonly facts: SharingFact[] = [];
  private readonly scripts = new Map<Fact, string>();

  constructor(
    private readonly notebook: Notebook,
    private readonly document: string
  ) {}

  read(): SharingFacts {
    const first = new Map(executionOrder(this.notebook.cells).map(found => [found.cells[0], found]));
    for (const cell of this.notebook.cells) {
      const order = first.get(cell);
      if (order) this.execution(cell, order.how, order.cells.length);
      this.source(cell);
      for (const output of cell.outputs) this.output(cell, output);
      for (const { name, text } of cell.attachments)
        this.personal({ kind: 'attachment', cell: cell.id, name }, text, text.text.replace(/\.\w{1,5}$/, ''));
      if (cell.metadata) this.metadata({ kind: 'metadata', cell: cell.id }, cell.metadata);
    }
    const { metadata } = this.notebook;
    if (metadata) this.metadata({ kind: 'metadata', cell: null }, metadata);
    return { facts: this.facts, scripts: this.scripts };
  }

  private source({ id, kind, source }: Cell): void {
    const part: Part = { kind: 'source', cell: id };
    if (kind !== 'code') this.written(part, source);
    else if (/^\s*%%(?:html|svg)\b/i.test(source.text)) this.markup(part, source, 'code');
    else if (/^\s*%%(?:javascript|js)\b/i.test(source.text)) this.script(part, source, 'code');
  }

  /** In what somebody wrote, an address of theirs is meant to be read; a folder or a machine is left over. */
  private written(part: Part, text: PartText): void {
    this.markup(part, text, 'text');
    for (const { what, ...range } of personalText(text.text))
      if (!DELIBERATE.has(what)) this.add(part, text, range, { kind: 'personal-text', what });
  }

  private output({ id }: Cell, { index, texts }: Cell['outputs'][number]): void {
    let columns: readonly string[] = [];
    for (const [mime, text] of texts) {
      const part: Part = { kind: 'output', cell: id, index, mime };
      const length = text.node.end - text.node.start;
      if (length > LONG) this.add(part, text, START, { kind: 'output', columns: [], length });
      if (BINARY.test(mime)) continue;
      if (SCRIPT.test(mime)) this.script(part, text, 'output');
      else if (MARKUP.test(mime)) this.markup(part, text, 'output');
      this.personal(part, text);
      // One table is shown in several types.
      if (columns.length > 0) continue;
      columns = personalColumns(
        mime === 'text/html' ? columnsOfHtml(text.text) : mime === 'text/plain' ? columnsOfText(text.text) : []
      );
      if (columns.length > 0) this.add(part, text, START, { kind: 'output', columns, length });
    }
  }

  private metadata(part: Part, text: PartText): void {
    this.personal(part, text);
    if (!/</.test(text.text)) return;
    for (const node of stringsOf(text.node)) {
      const inside = new PartText(this.notebook.text, node);
      for (const found of activeMarkup(inside.text)) {
        const start = inside.fileOffset(found.start, false) - text.node.start;
        const end = inside.fileOffset(found.end, true) - text.node.start;
        this.active(part, text, { ...found, start, end }, 'metadata');
      }
    }
  }

  private personal(part: Part, text: PartText, searched = withoutColours(text.text)): void {
    for (const { what, ...range } of personalText(searched))
      this.add(part, text, range, { kind: 'personal-text', what });
  }

  private markup(part: Part, text: PartText, where: ActiveContent['where']): void {
    const isMarkdown = where === 'text' || (part.kind === 'output' && part.mime === 'text/markdown');
    const shown = isMarkdown && text.text.includes('<') ? withoutCode(text.text) : text.text;
    for (const found of activeMarkup(shown)) this.active(part, text, found, where);
  }

  private active(part: Part, text: PartText, found: ActiveMarkup, where: ActiveContent['where']): void {
    const { form, address, script } = found;
    const fact = this.add(part, text, found, { kind: 'active-content', where, form, address, does: [] });
    if (script) this.scripts.set(fact, script);
  }

  private script(part: Part, text: PartText, where: ActiveContent['where']): void {
    const script = text.text.replace(/^\s*%%\w+[^\n]*/, '');
    if (isEmptyScript(script)) return;
    const range = { start: 0, end: text.text.length };
    this.active(part, text, { ...range, form: 'script', address: undefined, script }, where);
  }

  private execution({ id, source }: Cell, how: Execution['how'], cells: number): void {
    this.add({ kind: 'source', cell: id }, source, START, { kind: 'execution', how, cells });
  }

  private add(part: Part, text: PartText, { start, end }: FoundRange, said: Said): Fact {
    const place = { document: this.document, part, range: linesOfPart(text).range(start, end) };
    const fact: SharingFact = { ...said, place, evidence: [], sureness: 'certain' };
    this.facts.push(fact);
    return fact;
  }
}

type Without<F> = F extends SharingFact ? Omit<F, 'place' | 'evidence' | 'sureness'> : never;
type Said = Without<SharingFact>;

const START: FoundRange = { start: 0, end: 0 };

// eslint-disable-next-line no-control-regex -- the escape that begins a colour is one
const COLOUR = /\u001b\[[\d;]*m/g;

/** Blanks for the colours of terminals, which may stand before a path. */
function withoutColours(text: string): string {
  return text.includes('\u001b[') ? text.replace(COLOUR, colour => ' '.repeat(colour.length)) : text;
}

/** Nothing but comments. */
export function isEmptyScript(text: string): boolean {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '').trim() === '';
}
