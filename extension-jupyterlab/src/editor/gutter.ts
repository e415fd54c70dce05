import { type Diagnostic as Mark, forEachDiagnostic, setDiagnosticsEffect } from '@codemirror/lint';
import { type EditorState, type Extension, type Range, RangeSet, StateField } from '@codemirror/state';
import { type EditorView, gutter, GutterMarker } from '@codemirror/view';
import { markElement } from '../icons.js';

type Severity = 'error' | 'warning';

export interface GutterOptions {
  /** A mark of the gutter was clicked; `offset` is where its finding begins. */
  readonly clicked: (view: EditorView, offset: number) => void;
  readonly label: (kind: Severity) => string;
}

/** The worst finding of each line as a shape beside it; notes have none. */
export function findingGutter(options: GutterOptions): Extension {
  const field = StateField.define<RangeSet<FindingMarker>>({
    create: state => markers(state, options),
    update: (set, { effects, state, changes }) =>
      effects.some(effect => effect.is(setDiagnosticsEffect)) ? markers(state, options) : set.map(changes)
  });
  return [
    field,
    gutter({
      class: 'll-Gutter',
      markers: view => view.state.field(field),
      domEventHandlers: {
        click: (view, { from, to }) => {
          const [first] = findingsBetween(view.state, from, to);
          if (first === undefined) return false;
          options.clicked(view, first.from);
          return true;
        }
      }
    })
  ];
}

class FindingMarker extends GutterMarker {
  constructor(
    private readonly kind: Severity,
    private readonly label: string
  ) {
    super();
  }

  override eq(other: FindingMarker): boolean {
    return other.kind === this.kind;
  }

  override toDOM(): Node {
    return markElement(this.kind, this.label);
  }
}

function markers(state: EditorState, { label }: GutterOptions): RangeSet<FindingMarker> {
  const worst = new Map<number, Severity>();
  for (const { from, severity } of findingsBetween(state, 0, state.doc.length)) {
    const line = state.doc.lineAt(from).from;
    if (worst.get(line) !== 'error') worst.set(line, severity);
  }
  const ranges: Range<FindingMarker>[] = [...worst].map(([line, kind]) =>
    new FindingMarker(kind, label(kind)).range(line)
  );
  return RangeSet.of(ranges, true);
}

/** What begins between two offsets, in the order of the text. */
function findingsBetween(state: EditorState, start: number, end: number): { from: number; severity: Severity }[] {
  const found: { from: number; severity: Severity }[] = [];
  forEachDiagnostic(state, ({ severity }: Mark, from) => {
    if (from >= start && from <= end && (severity === 'error' || severity === 'warning'))
      found.push({ from, severity });
  });
  return found.sort((a, b) => a.from - b.from);
}
