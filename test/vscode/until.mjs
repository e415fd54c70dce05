/** Tries until the assertion holds; after `milliseconds` its own error is the test's. */
export async function until(assertion, milliseconds = 15_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
