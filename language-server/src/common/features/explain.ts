import type { Explanation } from '@loadlight/facts/explanation';
import type { Position } from '@loadlight/facts/place';
import type { Explained, ExplainParams, ExplainResult } from '@loadlight/protocol/messages';
import { EXPLAIN } from '@loadlight/protocol/messages';
import { RequestType } from 'vscode-languageserver';
import type { Session } from '../session.js';
import type { Translation } from '../translation.js';

/** `loadlight/explain`: what the hover shows, as data. */
export function explain(session: Session): void {
  const type = new RequestType<ExplainParams, ExplainResult, void>(EXPLAIN);
  session.connection.onRequest(type, async ({ textDocument, position }) => {
    const explanation = await explanationAt(session, textDocument.uri, position);
    return explanation ? translated(explanation, session.translation) : null;
  });
}

/** The explanation in the client's language. */
export function translated({ headline, rows, mark, rule }: Explanation, translation: Translation): Explained {
  return {
    headline: translation.of(headline),
    rows: rows.map(({ label, text }) => ({ label: translation.of(label), text: translation.of(text) })),
    mark,
    rule
  };
}

/** What there is to say at that position, of the newest text. */
export async function explanationAt(
  { engine, documents, analyses }: Session,
  uri: string,
  position: Position
): Promise<Explanation | undefined> {
  const located = documents.locate(uri);
  if (!located || !(await analyses.current(located.document))) return undefined;
  return engine.explain(located.document, located.part, position);
}
