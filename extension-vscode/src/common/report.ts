/** What a report for an issue tells. No field can hold a path, a text of the user's or a setting's value. */
export interface ReportFacts {
  readonly version: string;
  readonly editor: { readonly name: string; readonly version: string; readonly where: string };
  /** Where the extension and its server run. */
  readonly host: string;
  readonly server: string;
  readonly trusted: boolean;
  readonly folders: number;
  readonly open: { readonly files: number; readonly notebooks: number };
  /** Our settings, by the levels where they are set. */
  readonly settings: Readonly<Record<string, readonly string[]>>;
  /** The codes of all findings that are shown now, one for each. */
  readonly codes: readonly unknown[];
}

/** The report as Markdown, in English: it is for those who read issues. */
export function reportOf(facts: ReportFacts): string {
  const { version, editor, host, server, trusted, folders, open, settings, codes } = facts;
  const set = Object.entries(settings).filter(([, levels]) => levels.length > 0);
  const lines = [
    ['Loadlight', `${version} (${host}, server ${server})`],
    ['Editor', `${editor.name} ${editor.version} (${editor.where})`],
    ['Workspace', `${plural(folders, 'folder')}, ${trusted ? 'trusted' : 'not trusted'}`],
    ['Open', `${plural(open.files, 'Python file')}, ${plural(open.notebooks, 'notebook')}`],
    ['Settings', set.map(([name, levels]) => `${name} (set for ${levels.join(', ')})`).join('; ') || 'none set'],
    ['Findings shown', counted(codes)]
  ];
  return `${lines.map(([name, value]) => `- ${name}: ${value}`).join('\n')}\n`;
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** `LL101 × 2, LL301 × 1`; what is no id of a rule counts as other. */
function counted(codes: readonly unknown[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) {
    const rule = typeof code === 'string' && /^LL\d{3}$/.test(code) ? code : 'other';
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, count]) => `${rule} × ${count}`);
  return parts.join(', ') || 'none';
}
