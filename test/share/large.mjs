import { inventSecrets } from '@loadlight/secrets/invented-secrets';

/** A notebook of about so many megabytes, as real ones are: mostly images, then tables, logs, and some code. */
export function largeNotebook(megabytes) {
  const inventor = inventSecrets(17);
  const image = inventor.like(/[A-Za-z0-9+/]{3000}/).repeat(80);
  const row = i => `<tr><th>${i}</th><td>${i * 3}</td><td>0.${i}17</td><td>label ${i % 7}</td></tr>\n`;
  const table = Array.from({ length: 400 }, (_, i) => row(i));
  const log = Array.from({ length: 300 }, (_, i) => `epoch ${i} loss 0.${i}3 lr 1e-4 [=====>....] - ETA: ${i}s\n`);
  const cells = [];
  for (let size = 0, i = 0; size < megabytes * 1_000_000; i++) {
    const outputs = [
      {
        data: { 'image/png': image, 'text/plain': ['<Figure size 640x480>'] },
        metadata: {},
        output_type: 'display_data'
      },
      ...(i % 4 === 0 ? [{ data: { 'text/html': table }, metadata: {}, output_type: 'display_data' }] : []),
      ...(i % 3 === 0 ? [{ name: 'stdout', output_type: 'stream', text: log }] : [])
    ];
    const source = ['import numpy as np\n', `x = np.arange(${i})\n`, 'plt.plot(x)'];
    const cell = { cell_type: 'code', execution_count: i + 1, id: `c${i}`, metadata: {}, outputs, source };
    cells.push(cell);
    size += JSON.stringify(cell).length;
  }
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}
