/** What the builder makes of a folder of files that are shipped as they are: a function from name to address. */
interface ShippedFolder {
  (name: string): string;
  keys(): string[];
}

declare global {
  interface ImportMeta {
    webpackContext(folder: string, options: { regExp: RegExp; recursive: boolean }): ShippedFolder;
  }
}

const pages = import.meta.webpackContext('../../../docs/rules', { regExp: /LL\d+\.md$/, recursive: false });

/** Address of the page about a rule; undefined where there is none. */
export function pageAddress(rule: string): string | undefined {
  const name = `./${rule}.md`;
  return pages.keys().includes(name) ? pages(name) : undefined;
}

/** Address of the page that says what Loadlight is. */
export const ABOUT_ADDRESS = String(new URL('../../pages/about.md', import.meta.url));
