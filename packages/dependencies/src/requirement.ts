import { packageAt, versionAt } from './address-version.js';
import { markerHolds, PYTHON_3, type Known } from './marker.js';
import type { Bounds } from './specifier.js';
import { specifierBounds } from './specifier.js';

/** One requirement of PEP 508, read: `torch[dev]>=2.6,<3; python_version > "3.9"`. */
export interface Requirement {
  readonly name: string;
  /** As written, without blanks: `>=2.6,<3`; empty where any version will do. */
  readonly specifier: string;
  readonly bounds: Bounds;
  /** `torch @ https://…`: the address decides, and its version is in `bounds` where it says one. */
  readonly fromUrl: boolean;
}

const REQUIREMENT = /^\s*([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\s*(?:\[[^\]]*\])?\s*(.*)$/i;

/**
 * Undefined where the text is no requirement, or one whose marker certainly never holds. Where a marker may or may not hold,
 * the requirement counts: the range is what may be asked for.
 */
export function parseRequirement(text: string, known: Known = PYTHON_3): Requirement | undefined {
  const match = REQUIREMENT.exec(text);
  if (!match) return undefined;
  const [, name = '', rest = ''] = match;
  // In an address, a marker needs a blank before its semicolon.
  const [, asked = '', marker = ''] =
    (rest.startsWith('@') ? /^(.*?)(?:\s;(.*))?$/ : /^([^;]*)(?:;(.*))?$/).exec(rest) ?? [];
  if (marker && markerHolds(marker, known) === 'no') return undefined;
  if (asked.startsWith('@')) {
    const version = versionAt(asked.slice(1).trim());
    const specifier = version === undefined ? '' : `==${version}`;
    return { name, specifier, bounds: specifierBounds(specifier), fromUrl: true };
  }
  const written = asked.trim().replace(/^\((.*)\)$/, '$1');
  if (written !== '' && !/^[<>=!~]/.test(written)) return undefined;
  const specifier = written.replace(/\s+/g, '');
  return { name, specifier, bounds: specifierBounds(specifier), fromUrl: false };
}

/** A wheel, an archive or a repository by its address alone; undefined where that does not say what it is. */
export function parseAddress(address: string): Requirement | undefined {
  const name = packageAt(address);
  if (name === undefined) return undefined;
  const version = versionAt(address);
  const specifier = version === undefined ? '' : `==${version}`;
  return { name, specifier, bounds: specifierBounds(specifier), fromUrl: true };
}

/** True for what pip takes as an address or a file, not as a name. */
export function isAddress(text: string): boolean {
  if (/^[\w.-]+\s*(?:\[[^\]]*\])?\s*@\s*[a-z+]+:/i.test(text)) return false;
  return /^[a-z+]+:\/\//i.test(text) || /\.(?:whl|tar\.gz|zip)(?:#.*)?$/i.test(text);
}
