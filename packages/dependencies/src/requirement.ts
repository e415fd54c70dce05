import type { Bounds } from './specifier.js';
import { specifierBounds } from './specifier.js';

/** One requirement of PEP 508, read: `torch[dev]>=2.6,<3; python_version > "3.9"`. */
export interface Requirement {
  readonly name: string;
  /** As written, without blanks: `>=2.6,<3`; empty where any version will do. */
  readonly specifier: string;
  readonly bounds: Bounds;
  /** `torch @ https://…`: the address decides. */
  readonly fromUrl: boolean;
}

const REQUIREMENT = /^\s*([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/i;

/** Undefined where the text is no requirement. Markers are taken off: whichever holds, the range is what is asked for. */
export function parseRequirement(text: string): Requirement | undefined {
  const match = REQUIREMENT.exec(text);
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  if (rest.startsWith('@')) return { name, specifier: '', bounds: {}, fromUrl: true };
  const written = rest
    .replace(/;.*$/, '')
    .trim()
    .replace(/^\((.*)\)$/, '$1');
  if (written !== '' && !/^[<>=!~]/.test(written)) return undefined;
  const specifier = written.replace(/\s+/g, '');
  return { name, specifier, bounds: specifierBounds(specifier), fromUrl: false };
}
