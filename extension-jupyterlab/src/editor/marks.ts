import { type Diagnostic as Mark, linter, setDiagnostics } from '@codemirror/lint';
import { Compartment, type Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin } from '@codemirror/view';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import { isCurrent, type OpenText } from '../documents/open-text.js';
import { findingGutter, type GutterOptions } from './gutter.js';
import { offsetAt } from './positions.js';

/** The finding that a mark in an editor stands for. */
const findings = new WeakMap<Mark, Diagnostic>();

export function findingOf(mark: Mark): Diagnostic | undefined {
  return findings.get(mark);
}

/**
 * Underlines an editor's findings. While the user types, the marks move along with the text; they are replaced only by
 * findings of the very text that is shown, so nothing flickers. The gutter comes with the first finding that it marks
 * and stays: an editor without one looks as ever, and no text jumps to and fro.
 */
export function marks(model: object, documents: Documents, options: GutterOptions): Extension {
  const gutter = new Compartment();
  return [
    gutter.of([]),
    // Keeps the marks; what they say is in the hover.
    linter(null, { tooltipFilter: () => [] }),
    ViewPlugin.define(view => {
      let gone = false;
      let hasGutter = false;
      const show = (): void => {
        const text = documents.ofModel(model);
        if (gone || !text || !isCurrent(text)) return;
        const shown = setDiagnostics(
          view.state,
          text.findings.map(finding => toMark(view, finding))
        );
        if (hasGutter || !text.findings.some(finding => severityOf(finding) !== 'information')) view.dispatch(shown);
        else {
          hasGutter = true;
          view.dispatch({ effects: gutter.reconfigure(findingGutter(options)) });
          view.dispatch(shown);
        }
      };
      const onFindings = (_: Documents, text: OpenText): void => {
        if (text.model === model) show();
      };
      documents.findingsChanged.connect(onFindings);
      // An editor may be made long after its text was looked at; it takes no change before it is.
      queueMicrotask(show);
      return {
        destroy: () => {
          gone = true;
          documents.findingsChanged.disconnect(onFindings);
        }
      };
    })
  ];
}

function toMark({ state: { doc } }: EditorView, finding: Diagnostic): Mark {
  const severity = severityOf(finding);
  const mark: Mark = {
    from: offsetAt(doc, finding.range.start),
    to: offsetAt(doc, finding.range.end),
    severity: severity === 'information' ? 'info' : severity,
    markClass: `ll-mark-${severity}`,
    source: String(finding.code ?? ''),
    message: messageOf(finding)
  };
  findings.set(mark, finding);
  return mark;
}

export function severityOf({ severity }: Diagnostic): 'error' | 'warning' | 'information' {
  if (severity === DiagnosticSeverity.Error) return 'error';
  return severity === DiagnosticSeverity.Warning ? 'warning' : 'information';
}

export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}
