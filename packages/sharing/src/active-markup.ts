import type { ActiveContent } from '@loadlight/facts/fact';
import { Parser } from 'htmlparser2';
import type { FoundRange } from './found-range.js';

/** Markup that does something: offsets of the element, or of the attribute that does it. */
export interface ActiveMarkup extends FoundRange, Pick<ActiveContent, 'form' | 'address'> {
  /** The script's own text. */
  readonly script: string | undefined;
}

/** Worth parsing: one of the elements, an attribute that begins with `on`, or an address that is a script. */
const TELLING =
  /<\s*(?:script|iframe|frame|object|embed|applet|base|form|meta)\b|[\s"'/]on[a-z]{3,30}\s*=|javascript:|srcdoc/i;
/** More than this of one text is not reported one by one. */
const MOST = 500;

const FRAMES = new Set(['iframe', 'frame']);
const PLUG_INS = new Set(['object', 'embed', 'applet']);
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data'];
/** `type` of a `script` that a browser runs; any other is data to it. */
const RUNS = /^\s*(?:$|module\s*$|(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script)/i;

/** The active elements and attributes of HTML, Markdown or SVG, in order and without overlaps. */
export function activeMarkup(text: string): ActiveMarkup[] {
  if (!TELLING.test(text)) return [];
  const reader = new MarkupReader(text);
  return reader.read();
}

class MarkupReader {
  private readonly found: ActiveMarkup[] = [];
  /** An element whose end is not seen yet. */
  private open: { name: string; start: number; item: Omit<ActiveMarkup, 'start' | 'end'>; inside: string } | undefined;
  private readonly parser: Parser;

  constructor(private readonly text: string) {
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.openTag(name, attributes),
        ontext: data => {
          if (this.open) this.open.inside += data;
        },
        onclosetag: name => this.closeTag(name)
      },
      { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true }
    );
  }

  read(): ActiveMarkup[] {
    this.parser.end(this.text);
    return this.found;
  }

  private openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.open || this.found.length >= MOST) return;
    const start = this.parser.startIndex;
    const hold = (form: ActiveMarkup['form'], address: string | undefined): void => {
      this.open = { name, start, item: { form, address: address || undefined, script: undefined }, inside: '' };
    };
    if (name === 'script') {
      if (RUNS.test(attributes['type'] ?? ''))
        hold('script', attributes['src'] ?? attributes['href'] ?? attributes['xlink:href']);
    } else if (FRAMES.has(name)) hold('frame', attributes['src']);
    else if (PLUG_INS.has(name)) hold('plug-in', attributes['data'] ?? attributes['src']);
    else this.readAttributes(start, attributes);
  }

  private closeTag(name: string): void {
    const { open } = this;
    if (open?.name !== name) return;
    this.open = undefined;
    const script = open.item.form === 'script' ? open.inside : undefined;
    this.found.push({ ...open.item, script, start: open.start, end: Math.max(this.parser.endIndex + 1, open.start) });
  }

  private readAttributes(start: number, attributes: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(attributes)) {
      const isHandler = /^on[a-z]{3,}$/.test(name) && value.trim() !== '';
      const runs = ADDRESSES.includes(name) && /^[\s\x00-\x20]*javascript:(?!\s*(?:void\(?\s*0|;|$))/i.test(value); // eslint-disable-line no-control-regex -- browsers skip them
      if (!isHandler && !runs) continue;
      const range = this.attributeRange(start, name);
      const script = runs ? value.slice(value.indexOf(':') + 1) : value;
      if (range) this.found.push({ form: isHandler ? 'handler' : 'link', address: undefined, script, ...range });
    }
  }

  /** The attribute within the tag that was just opened, found by its name: the parser gives only the tag's own place. */
  private attributeRange(start: number, name: string): FoundRange | undefined {
    const tag = this.text.slice(start, this.parser.endIndex + 1);
    const attribute = new RegExp(`[\\s"'/](${name}\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s>"']*))`, 'i').exec(tag);
    if (attribute?.[1] === undefined) return undefined;
    const from = start + attribute.index + 1;
    return { start: from, end: from + attribute[1].length };
  }
}
