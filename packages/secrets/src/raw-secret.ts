/** Where a credential stands in a text. It carries no characters of the value. */
export interface RawSecret {
  /** UTF-16 offsets in the text: from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
  /** `huggingface`, `openai`, `aws` …, a key of the provider table. */
  readonly provider: string;
  /** What it is, as the rules have words for it: `hugging-face-token`. */
  readonly label: string;
  /** The environment variable that the provider's own tools read. */
  readonly variable: string;
  /** What gives it away: its shape; a place that names a service whose credentials look so; or only a place. */
  readonly by: 'shape' | 'service' | 'place';
  /** Whose it is, as people call it, where the label leaves that open. */
  readonly name?: string;
  /** The page on which it is revoked, without https://, where that is known. */
  readonly revoke?: string;
}

/** What the heavy part exports. */
export interface SecretsPart {
  scan(text: string): Promise<RawSecret[]>;
}

/** Texts are scanned up to here; in UTF-16 units. Whoever scans a longer one says so. */
export const LONGEST_TEXT = 1_000_000;
