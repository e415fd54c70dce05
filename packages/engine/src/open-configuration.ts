import type { Fact } from '@loadlight/facts/fact';
import { TextLines } from '@loadlight/facts/text-lines';
import { readConfiguration } from '@loadlight/policy/read-configuration';
import type { Analysis } from './analysis.js';
import { RULE_IDS } from './configurations.js';
import type { ConfigurationInput } from './document.js';
import { judge } from './judge.js';

/** What is wrong in a configuration file, as findings in it. Pure. */
export function analyseConfiguration(input: ConfigurationInput): Analysis {
  const lines = new TextLines(input.text);
  const problems = readConfiguration(input.text, input.uri, RULE_IDS)?.problems ?? [];
  const facts = problems.map(({ id, args, place }): Fact => ({
    kind: 'configuration-mistake',
    mistake: id,
    args,
    place,
    evidence: [],
    sureness: 'certain'
  }));
  const { findings } = judge(facts, {
    version: () => undefined,
    commit: () => undefined,
    canChecksum: () => false,
    line: place => lines.line(place.range.start.line),
    isOn: () => true,
    isLookedAt: () => true,
    fits: () => false,
    honours: () => false,
    canSuppress: () => false,
    top: () => undefined,
    canWriteMetadata: () => false,
    canConfigure: () => false
  });
  return {
    uri: input.uri,
    version: input.version,
    cellVersions: new Map([['', input.version]]),
    findings,
    secrets: [],
    excluded: false,
    looked: { cells: 1, lines: lines.count },
    notes: [],
    pending: undefined
  };
}
