import { inEnglish } from '@loadlight/facts/message';
import type { ShareItem } from '@loadlight/engine/share/share-report';
import { verdictOf, whereItStands } from '@loadlight/engine/share/share-wording';
import { count } from './count.js';
import type { SharedNotebook } from './shared-notebook.js';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c1e21; --soft: #5f6670; --line: #d9dce1; --paper: #fff; --raised: #f6f7f9; --bad: #b3261e; --fine: #1b7a3d; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8ea; --soft: #a2a9b2; --line: #3a3f46; --paper: #17191c; --raised: #202327; --bad: #ff8a80; --fine: #7bd197; } }
body { margin: 0; padding: 2.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
main { max-width: 56rem; margin: 0 auto; }
section { margin-top: 2.5rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; justify-content: space-between; border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
h1 { font-size: 1.1rem; margin: 0; color: var(--soft); font-weight: 600; }
h2 { font-size: 1.25rem; margin: 0; overflow-wrap: anywhere; }
.verdict { font-weight: 600; } .not-ready { color: var(--bad); } .ready { color: var(--fine); }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 1.25rem 9.5rem 1fr; gap: 0 .5rem; padding: .6rem 0; border-bottom: 1px solid var(--line); }
.mark { line-height: 1.5; } .blocks .mark { color: var(--bad); } .look .mark, .note .mark { color: var(--soft); }
.where { color: var(--soft); } .what { overflow-wrap: anywhere; } .what > * { display: block; }
code { font: 12.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; background: var(--raised); border-radius: 4px; padding: .1rem .4rem; margin-top: .3rem; width: fit-content; max-width: 100%; box-sizing: border-box; white-space: pre-wrap; }
.aside { color: var(--soft); font-size: 13px; }
details > summary { cursor: pointer; color: var(--soft); padding: .6rem 0; }
@media (max-width: 40rem) { li { grid-template-columns: 1.25rem 1fr; } .what { grid-column: 2; } }
`;

/** The report as one page that needs nothing else and runs nothing; `nothing` is the sentence where it has no notebook. */
export function shareAsPage(shared: readonly SharedNotebook[], nothing: string): string {
  const body = shared.length === 0 ? `<p>${nothing}</p>` : shared.map(section).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Ready to share?</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Ready to share?</h1>
${body}
</main>
</body>
</html>
`;
}

function section({ file, report, copy, target }: SharedNotebook): string {
  const shown = report.items.filter(({ level }) => level !== 'note');
  const notes = report.items.filter(({ level }) => level === 'note');
  const { cells, outputs } = report.looked;
  const looked = `${count(cells, 'cell')}, ${count(outputs, 'output')} looked at${report.ignored > 0 ? `, ${report.ignored} ignored` : ''}.`;
  const mark = report.ready ? '✓ ' : '';
  return `<section>
<header><h2>${escaped(file)}</h2><span class="verdict ${report.ready ? 'ready' : 'not-ready'}">${mark}${verdictOf(report).text}</span></header>
<ul>
${shown.map(row).join('\n')}
</ul>
${notes.length > 0 ? `<details><summary>${count(notes.length, 'note')} on better practice</summary><ul>${notes.map(row).join('\n')}</ul></details>` : ''}
<p class="aside">${looked}${copy && target !== undefined ? ` Clean copy: ${escaped(target)}.` : ''}</p>
${report.notes.map(note => `<p class="aside">${escaped(inEnglish(note))}</p>`).join('')}
</section>`;
}

const MARKS = { blocks: '●', look: '○', note: '○' } as const;
const LEVELS = { blocks: 'Blocks', look: 'Worth a look', note: 'Better practice' } as const;

function row(item: ShareItem): string {
  const { level, finding, excerpt, times, redaction, kept, fixes } = item;
  const message = inEnglish(finding.message).replaceAll('`', '');
  const ways = [...fixes.map(({ fix }) => fix.title), ...(redaction ? [redaction.title] : [])].map(inEnglish);
  const aside = [
    `${finding.rule} ${finding.name}`,
    ...(times > 1 ? [`${times} times`] : []),
    ...(kept ? [`kept: ${kept}`] : []),
    ...(ways.length > 0 ? [`can be fixed: ${ways.map(way => way.replaceAll('`', '')).join('; ')}`] : [])
  ].join(' · ');
  return `<li class="${level}"><span class="mark" role="img" aria-label="${LEVELS[level]}">${MARKS[level]}</span><span class="where">${escaped(whereItStands(item).text)}</span><span class="what"><span>${escaped(message)}</span>${excerpt === '' ? '' : `<code>${escaped(excerpt)}</code>`}<span class="aside">${escaped(aside)}</span></span></li>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

/** Text as HTML shows it; characters that turn the direction of what follows are shown as their number. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? '')
    .replace(
      /[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]/gu,
      character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
    );
}
