import { INTERACTIVE, type Interactive } from '@loadlight/facts/interactive';
import type { Output } from '@loadlight/notebook/notebook';

/** The type that a library's own viewer shows, and what its HTML always has in it. */
const SIGNS: Readonly<Record<Interactive, { readonly mime: RegExp; readonly html: RegExp }>> = {
  plotly: {
    mime: /^application\/vnd\.plotly\./,
    html: /\bplotly-graph-div\b|\bPlotly\.(?:newPlot|react)\b|\bplotlyjs\b|\bPlotlyConfig\b/
  },
  bokeh: { mime: /^application\/vnd\.(?:bokehjs|holoviews)_/, html: /\bdata-root-id=|\bbk-root\b|\bBokeh\b/ },
  altair: { mime: /^application\/vnd\.vega(?:lite)?\./, html: /\bvegaEmbed\b|\baltair-viz-/ },
  widgets: {
    mime: /^application\/vnd\.jupyter\.widget-/,
    html: /\bapplication\/vnd\.jupyter\.widget-(?:state|view)\+json\b/
  }
};

/** So much of a text is looked at; in UTF-16 units. */
const LOOKED_AT = 200_000;

/** The library that made the output interactive; undefined where none of these did. */
export function interactiveLibrary({ texts }: Output): Interactive | undefined {
  const types = [...texts.keys()];
  return INTERACTIVE.find(library => {
    const { mime, html } = SIGNS[library];
    if (types.some(type => mime.test(type))) return true;
    return [...texts].some(
      ([type, text]) =>
        /^(?:text\/html|application\/javascript)$/.test(type) && html.test(text.text.slice(0, LOOKED_AT))
    );
  });
}
