/**
 * Before the page loads: `window.servers` are the extension's servers that run, `window.askServer(method)` asks the one that
 * was started last, and `window.largestMessage` is the length of the largest message that it was sent.
 */
export function reachServer(page) {
  return page.addInitScript(() => {
    window.servers = new Set();
    let last;
    let asked = 0;
    window.Worker = class extends window.Worker {
      constructor(url, options) {
        super(url, options);
        if (options?.name !== 'loadlight') return;
        window.largestMessage = 0;
        last = this;
        window.servers.add(this);
      }
      postMessage(message, ...rest) {
        if (this === last) window.largestMessage = Math.max(window.largestMessage, JSON.stringify(message).length);
        super.postMessage(message, ...rest);
      }
      terminate() {
        window.servers.delete(this);
        super.terminate();
      }
    };
    window.askServer = method =>
      new Promise(resolve => {
        const id = `test-${asked++}`;
        last.addEventListener('message', ({ data }) => {
          if (data.id === id) resolve(data.result);
        });
        last.postMessage({ jsonrpc: '2.0', id, method, params: {} });
      });
  });
}

/** How many documents the extension's server has open, as it says itself. */
export function openDocuments(page) {
  return page.evaluate(async () => (await window.askServer('loadlight/ping')).documents);
}

/** Takes the extension out of what the page is told to load, as if it were not installed. */
export function leaveOut(page) {
  return page.route(/\/lab(\/tree\/[^?]*)?\?reset/, async route => {
    const response = await route.fetch();
    const whole = await response.text();
    const body = whole.replace(/"federated_extensions": ?\[[^\]]*\]/, '"federated_extensions": []');
    if (body === whole) throw new Error('The page names its extensions in another way.');
    await route.fulfill({ response, body });
  });
}
