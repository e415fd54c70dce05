import { stringValue, type JsonNode, type JsonString } from './json-tree.js';

/** A stretch of a part's text that stands in one piece in the file: inside a JSON string, or as raw JSON. */
export interface Segment {
  /** Offset in the part's text where the segment begins. */
  readonly start: number;
  readonly text: string;
  /** The string literal in the file, quotes included; undefined for raw JSON. */
  readonly literal: JsonString | undefined;
  /** Offset in the file of the first character: after the opening quote, or of the raw JSON. */
  readonly fileStart: number;
  /** Offset in the file after the last character: of the closing quote, or of the end of the raw JSON. */
  readonly fileEnd: number;
}

/** One text of a notebook and where each of its characters stands in the file. Nothing is decoded before it is asked for. */
export class PartText {
  private parts: readonly Segment[] | undefined;
  private joined: string | undefined;

  constructor(
    private readonly file: string,
    readonly node: JsonNode,
    /** What stands between two elements of a list; only tracebacks have something there. */
    private readonly separator = ''
  ) {}

  get text(): string {
    return (this.joined ??= this.segments.map(segment => segment.text).join(this.separator));
  }

  /** In order. A list with something other than strings in it is shown as the JSON it is. */
  get segments(): readonly Segment[] {
    return (this.parts ??= this.cut());
  }

  /** Offset in the file of the character at `offset`; `end` says that the offset ends a range, which matters between two elements of a list. */
  fileOffset(offset: number, end: boolean): number {
    const segment = this.segmentAt(offset, end);
    if (!segment) return this.node.start + (this.node.kind === 'array' ? 1 : 0);
    const inside = Math.min(Math.max(offset - segment.start, 0), segment.text.length);
    if (segment.text.length === segment.fileEnd - segment.fileStart) return segment.fileStart + inside;
    return walkEscapes(this.file, segment.fileStart, inside);
  }

  /** The segment that holds the offset: at a border the one that begins there, or with `end` the one that ends there. */
  segmentAt(offset: number, end: boolean): Segment | undefined {
    const segments = this.segments;
    let low = 0;
    let high = segments.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      const start = segments[middle]?.start ?? 0;
      if (end ? start < offset : start <= offset) low = middle;
      else high = middle;
    }
    return segments[low];
  }

  private cut(): Segment[] {
    const { file, node } = this;
    if (node.kind === 'string') return [segmentOf(file, node, 0)];
    if (node.kind === 'array' && node.items.every(item => item.kind === 'string')) {
      const segments: Segment[] = [];
      let start = 0;
      for (const item of node.items) {
        const segment = segmentOf(file, item, start);
        segments.push(segment);
        start += segment.text.length + this.separator.length;
      }
      return segments;
    }
    const text = file.slice(node.start, node.end);
    return [{ start: 0, text, literal: undefined, fileStart: node.start, fileEnd: node.end }];
  }
}

function segmentOf(file: string, literal: JsonString, start: number): Segment {
  const text = stringValue(file, literal);
  return { start, text, literal, fileStart: literal.start + 1, fileEnd: literal.end - 1 };
}

/** The file's offset after `units` decoded UTF-16 units, starting at `from` inside a JSON string. */
function walkEscapes(file: string, from: number, units: number): number {
  let offset = from;
  for (let i = 0; i < units; i++) offset += unitLength(file, offset);
  return offset;
}

/** How many characters of a JSON string spell the one UTF-16 unit that begins at `offset`. */
export function unitLength(file: string, offset: number): number {
  if (file.charCodeAt(offset) !== 0x5c) return 1;
  return file[offset + 1] === 'u' ? 6 : 2;
}
