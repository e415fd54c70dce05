/**
 * What the kernel is asked, word for word as the dialog shows it: an expression, so that nothing is assigned and nothing is
 * printed. Names and versions of all that is installed where the kernel runs, in the order of its `sys.path`.
 */
export const VERSION_LINE =
  '__import__("json").dumps([(d.metadata["Name"], d.version) ' +
  'for d in __import__("importlib.metadata").metadata.distributions()])';

/** Versions by package name. */
export type PackageVersions = Readonly<Record<string, string>>;

const LONGEST_ANSWER = 2_000_000;

/**
 * The versions in the kernel's answer, which is the `repr` of a text of JSON. Of two that have the same name the first is
 * imported. Undefined where the answer is anything else.
 */
export function readVersions(answer: unknown): PackageVersions | undefined {
  if (typeof answer !== 'string' || answer.length > LONGEST_ANSWER) return undefined;
  const quoted = /^'([^]*)'$/.exec(answer.trim())?.[1];
  if (quoted === undefined) return undefined;
  const pairs = parsed(quoted.replace(/\\(['\\])/g, '$1'));
  if (!Array.isArray(pairs)) return undefined;
  const versions = new Map<string, string>();
  for (const pair of pairs as unknown[]) {
    const [name, version] = Array.isArray(pair) ? (pair as unknown[]) : [];
    if (typeof name !== 'string' || typeof version !== 'string') continue;
    const key = name.toLowerCase().replace(/[-_.]+/g, '-');
    if (!versions.has(key)) versions.set(key, version);
  }
  return Object.fromEntries(versions);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
