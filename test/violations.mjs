import axe from 'axe-core';

/**
 * What axe-core finds in the elements of this selector, in a page or in a frame: rule, and the element's opening. What the
 * editor draws around them is not ours.
 */
export async function violations(frame, selector) {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(async within => {
    if (document.querySelector(within) === null) return [`nothing is ${within}`];
    const { violations: found } = await window.axe.run(
      { include: [within] },
      {
        resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      }
    );
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html.slice(0, 120)} ${any[0]?.message ?? ''}`)
    );
  }, selector);
}
