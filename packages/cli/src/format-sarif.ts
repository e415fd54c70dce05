import type { Severity } from '@loadlight/facts/finding';
import type { Range } from '@loadlight/facts/place';
import type { Log, Region, Result, Location, Fix, Notification } from 'sarif';
import type { ScanResult, ShownFinding, ShownPlace } from './result.js';
import { sarifRules } from './sarif-rules.js';
import { VERSION } from './version.js';

const LEVELS: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', information: 'note' };

/**
 * SARIF 2.1.0. Regions are lines and columns of the file itself, notebooks included, so that they fall into a diff;
 * the cell stands in the message, the logical location and the properties.
 */
export function formatSarif(result: ScanResult, helpOf: (rule: string) => string | undefined): string {
  const rules = sarifRules(helpOf);
  const findings = result.files.flatMap(file => file.findings);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Loadlight', semanticVersion: VERSION, version: VERSION, rules } },
        automationDetails: { id: 'loadlight/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder that loadlight was started in.' } } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(result) }],
        results: findings.map(finding =>
          sarifResult(
            finding,
            rules.findIndex(({ id }) => id === finding.rule)
          )
        )
      }
    ]
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function notifications({ files, skipped }: ScanResult): Notification[] {
  const troubles = [
    ...skipped.map(({ file, reason }) => ({ file, text: `This file was skipped: ${reason}` })),
    ...files.flatMap(({ file, notes }) => notes.map(text => ({ file, text })))
  ];
  return troubles.map(({ file, text }) => ({
    level: 'warning',
    message: { text },
    locations: [{ physicalLocation: { artifactLocation: artifact(file) } }]
  }));
}

function sarifResult(finding: ShownFinding, ruleIndex: number): Result {
  const { place, suppressed, repeats } = finding;
  const cell = cellName(place);
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: LEVELS[finding.severity],
    message: message(finding.message, cell === undefined ? '' : ` (${cell}, line ${place.range.start.line + 1})`),
    locations: [location(place)],
    relatedLocations: finding.evidence.map((evidence, id) => ({
      id,
      ...location(evidence),
      message: message(evidence.message)
    })),
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(finding.baselineState ? { baselineState: finding.baselineState } : {}),
    suppressions: suppressed ? [{ kind: 'inSource', justification: suppressed.reason ?? '' }] : [],
    fixes: sarifFixes(finding),
    properties: {
      name: finding.name,
      cell: place.cell,
      cellId: finding.cellId,
      part: finding.part.kind,
      ...(repeats ? { repeats: location(repeats) } : {})
    }
  };
}

/** SARIF's plain text has no markup; where names stand in backticks the same is given as Markdown too. */
function message(text: string, suffix = ''): { text: string; markdown?: string } {
  const plain = text.replaceAll('`', '') + suffix;
  return text.includes('`') ? { text: plain, markdown: text + suffix } : { text: plain };
}

function location(place: ShownPlace): Location {
  const name = cellName(place);
  return {
    physicalLocation: { artifactLocation: artifact(place.file), region: region(place.fileRange) },
    ...(name === undefined
      ? {}
      : { logicalLocations: [{ name, fullyQualifiedName: `${place.file}#${name.replace(' ', '-')}`, kind: 'cell' }] })
  };
}

/** As the reader counts: from 1, over all cells. */
function cellName({ cell }: ShownPlace): string | undefined {
  return cell === null ? undefined : `cell ${cell + 1}`;
}

function artifact(file: string): { uri: string; uriBaseId?: string } {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  // A file above the working folder has no address under it.
  return file.startsWith('../') || /^[A-Za-z]:/.test(file) ? { uri } : { uri, uriBaseId: 'ROOT' };
}

/** All four numbers count from 1; the end column is the first after the range. */
function region({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1
  };
}

function sarifFixes({ fixes, place }: ShownFinding): Fix[] {
  return fixes
    .filter(({ replacements }) => replacements.length > 0)
    .map(({ title, kind, replacements }) => ({
      description: message(title),
      artifactChanges: [
        {
          artifactLocation: artifact(place.file),
          replacements: replacements.map(({ range, newText }) => ({
            deletedRegion: region(range),
            insertedContent: { text: newText }
          }))
        }
      ],
      properties: { kind }
    }));
}
