/** Does the work for each item, so many at once, and begins none any more once `stopped`. Rejects with the first that does. */
export async function someAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<void>,
  stopped: () => boolean = () => false
): Promise<void> {
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true && !stopped(); next = waiting.next()) {
      const [index, item] = next.value;
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
