import type { Severity } from '@loadlight/facts/finding';
import { RULES } from '@loadlight/rules/rules';
import type { ReportingDescriptor } from 'sarif';

/** What code scanning shows as high, medium and low. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', information: '2.0' };
const LEVELS = { error: 'error', warning: 'warning', information: 'note' } as const;

/** GitHub keeps 1024 characters of a full description. */
const MAX_DESCRIPTION = 1024;

/** Every rule as SARIF describes it; the help is the rule's page where `helpOf` has it. */
export function sarifRules(helpOf: (rule: string) => string | undefined): ReportingDescriptor[] {
  return RULES.map(({ meta }) => {
    const summary = meta.summary.charAt(0).toUpperCase() + meta.summary.slice(1);
    const page = helpOf(meta.id);
    const references = meta.references.map(address => `- ${address}`).join('\n');
    return {
      id: meta.id,
      name: meta.name,
      shortDescription: { text: summary },
      fullDescription: { text: `${summary}.`.slice(0, MAX_DESCRIPTION) },
      defaultConfiguration: { level: LEVELS[meta.severity] },
      help: { text: summary, markdown: page ?? `${summary}.\n\n${references}` },
      properties: {
        precision: 'high',
        'security-severity': SECURITY_SEVERITY[meta.severity],
        tags: ['security', 'machine-learning', ...meta.cwe.map(number => `external/cwe/cwe-${number}`)]
      }
    };
  });
}
