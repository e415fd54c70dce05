import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The page of a rule, which stands beside the heavy parts; undefined where there is none. */
export function rulePage(parts: string, rule: string): string | undefined {
  try {
    return readFileSync(join(parts, 'rules', `${rule}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
